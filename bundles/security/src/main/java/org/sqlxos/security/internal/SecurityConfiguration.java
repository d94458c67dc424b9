package org.sqlxos.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code security}. */
@ObjectClassDefinition(
    id = SecurityConfiguration.PID,
    name = "Security",
    description = "Who is let in, and what they may see and do.")
public @interface SecurityConfiguration {

  String PID = "org.sqlxos.security";

  @AttributeDefinition(
      name = "Open",
      description =
          "Whether callers on this machine may do everything, without credentials. For development"
              + " only.")
  boolean open() default false;
}
