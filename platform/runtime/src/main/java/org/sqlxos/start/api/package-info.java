/** Why a node does not start: the codes that a host or launcher tells a person. */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.start.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
