/**
 * Rules with the clause of the standard that they serve: a {@link
 * org.sqlxos.compliance.api.ComplianceValidator} looks at a database and reports.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.compliance.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
