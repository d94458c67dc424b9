@NullMarked
package org.sqlxos.wirepack.cassandra;

import org.jspecify.annotations.NullMarked;
