/** ClickHouse's dialect. */
@NullMarked
package org.sqlxos.wirepack.clickhouse.internal;

import org.jspecify.annotations.NullMarked;
