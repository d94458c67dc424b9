/**
 * What goes wrong, said once: a code, whose fault it is, an HTTP status and a sentence. Every
 * bundle brings an enum of its own codes; {@link org.sqlxos.problem.api.Problem} is one occurrence,
 * as in RFC 9457.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.problem.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
