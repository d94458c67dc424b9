/** The pack against the real server, and with damaged conversations. */
@NullMarked
package org.sqlxos.wirepack.clickhouse;

import org.jspecify.annotations.NullMarked;
