/** The JDBC driver: {@link org.sqlxos.jdbc.SqlxDriver} for {@code jdbc:sqlx:URL}. */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.jdbc;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
