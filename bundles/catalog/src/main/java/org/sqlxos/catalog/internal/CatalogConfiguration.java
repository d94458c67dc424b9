package org.sqlxos.catalog.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code catalog}. */
@ObjectClassDefinition(
    id = "org.sqlxos.catalog",
    name = "Catalog",
    description = "How the schemas of the databases are followed.")
public @interface CatalogConfiguration {

  @AttributeDefinition(
      name = "Poll interval",
      description =
          "How often a database is asked whether its schema has changed, in milliseconds.",
      min = "50",
      max = "60000")
  int poll_millis() default 500;
}
