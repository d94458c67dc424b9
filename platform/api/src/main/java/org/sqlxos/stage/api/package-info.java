/**
 * The pipeline: {@link org.sqlxos.stage.api.Phase} is the page to read first, {@link
 * org.sqlxos.stage.api.Stage} is what a bundle contributes.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.stage.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
