/**
 * What gets better with use: a {@link org.sqlxos.learner.api.Learner} is fed by observations and
 * gives advice with a confidence.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.learner.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
