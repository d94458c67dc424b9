/**
 * What comes in and what goes out: an {@link org.sqlxos.operation.api.Operation} with its {@link
 * org.sqlxos.operation.api.Statement}, and the {@link org.sqlxos.operation.api.Outcome} that
 * streams rows back.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.operation.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
