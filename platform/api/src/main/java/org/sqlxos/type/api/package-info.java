/**
 * The types that every database's types are mapped to, and the lattice they form.
 *
 * @see org.sqlxos.type.api.UniversalType
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.type.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
