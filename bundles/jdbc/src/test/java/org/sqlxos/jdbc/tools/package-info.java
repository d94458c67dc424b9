/** The tools that people use, each on the driver and real servers. */
@NullMarked
package org.sqlxos.jdbc.tools;

import org.jspecify.annotations.NullMarked;
