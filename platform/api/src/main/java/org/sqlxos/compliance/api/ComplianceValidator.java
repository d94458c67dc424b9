package org.sqlxos.compliance.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.sqlxos.catalog.api.CatalogSnapshot;

/** The rules of one standard, an OSGi service with the service property {@link #STANDARD}. */
@ConsumerType
public interface ComplianceValidator {

  /** Service property: the standard, for instance {@code gdpr}, a {@code String} in lower case. */
  String STANDARD = "sqlx.standard";

  /** Every rule on every subject it speaks of, sorted by rule and subject. */
  List<Finding> validate(CatalogSnapshot catalog);
}
