/** The platform inside a host's process: start it, ask it for a service, close it. */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.runtime.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
