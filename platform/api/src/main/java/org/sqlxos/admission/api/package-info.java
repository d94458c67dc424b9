/**
 * The way into the node: an API shows the {@link org.sqlxos.admission.api.Credentials} of a request
 * to the {@link org.sqlxos.admission.api.Gate} before it reads anything else of it.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.admission.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
