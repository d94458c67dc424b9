/**
 * Keeps the catalog of one database up to date: a virtual thread asks whether the schema has
 * changed, and introspects again off to the side if it has.
 */
@NullMarked
package org.sqlxos.catalog.internal.follow;

import org.jspecify.annotations.NullMarked;
