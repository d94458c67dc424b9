package org.sqlxos.wirevm.internal.database;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** One configured database. */
@ObjectClassDefinition(
    id = "org.sqlxos.database",
    name = "Database",
    description = "A database that is served. One configuration each.")
@interface DatabaseConfiguration {

  @AttributeDefinition(
      name = "Name",
      description = "Its name in paths and messages: lower-case letters, digits, _ and -")
  String name();

  @AttributeDefinition(
      name = "URL",
      description = "scheme:rest, for instance what a wire pack's README shows")
  String url();

  @AttributeDefinition(
      name = "Fewest connections",
      description =
          "How many connections are kept open, from the start; pool.max where that is less",
      min = "0",
      max = "256")
  int pool_min() default 0;

  @AttributeDefinition(
      name = "Most connections",
      description = "How many connections are open at the same time at most",
      min = "1",
      max = "256")
  int pool_max() default 8;
}
