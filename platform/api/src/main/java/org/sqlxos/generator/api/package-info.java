/**
 * Applications made from a catalog: a {@link org.sqlxos.generator.api.Generator} turns a snapshot
 * into files.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.generator.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
