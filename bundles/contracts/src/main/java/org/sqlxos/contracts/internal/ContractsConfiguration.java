package org.sqlxos.contracts.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code contracts}. */
@ObjectClassDefinition(
    id = ContractsConfiguration.PID,
    name = "Contracts",
    description = "What is asked of values beyond what the database asks.")
public @interface ContractsConfiguration {

  String PID = "org.sqlxos.contracts";

  @AttributeDefinition(
      name = "Formats by name",
      description =
          "Whether texts in columns that are named like e-mail addresses or URLs have to be such.")
  boolean formats_guess() default false;

  @AttributeDefinition(
      name = "Formats of columns",
      description =
          "table.column=email, table.column=url, or table.column=none for a column whose name"
              + " promises what it does not hold.")
  String[] formats_columns() default {};
}
