/** Takes answers apart and compares them with the database, before and after what is measured. */
@NullMarked
package org.sqlxos.benchmarks.rest.check;

import org.jspecify.annotations.NullMarked;
