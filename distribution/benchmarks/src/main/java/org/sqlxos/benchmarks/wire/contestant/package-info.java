/** The clients that are compared: ours, three JDBC drivers and two reactive clients. */
@NullMarked
package org.sqlxos.benchmarks.wire.contestant;

import org.jspecify.annotations.NullMarked;
