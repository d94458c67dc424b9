/**
 * The model of a database that everything else works on: schemas, relations, columns, keys. A
 * {@link org.sqlxos.catalog.api.CatalogSnapshot} is immutable; {@link
 * org.sqlxos.catalog.api.LiveCatalog} gives the newest.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.catalog.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
