/** A real Felix container for the tests of one bundle. */
@NullMarked
package org.sqlxos.testkit.felix;

import org.jspecify.annotations.NullMarked;
