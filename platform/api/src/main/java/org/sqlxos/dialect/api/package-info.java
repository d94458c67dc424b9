/**
 * How a database writes SQL: a {@link org.sqlxos.dialect.api.Dialect} is a table of differences,
 * with code only where a table cannot say it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.dialect.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
