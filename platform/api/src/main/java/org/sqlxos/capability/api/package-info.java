/** The names under which a bundle states in its manifest what it offers. */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.capability.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
