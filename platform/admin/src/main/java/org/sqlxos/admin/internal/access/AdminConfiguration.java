package org.sqlxos.admin.internal.access;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code admin}. */
@ObjectClassDefinition(
    id = "org.sqlxos.admin",
    name = "Admin API",
    description = "Who may use the admin API.")
@interface AdminConfiguration {

  @AttributeDefinition(
      name = "Token file",
      description =
          "The file that holds the token, created at the first start. A relative path is one below"
              + " the node's data directory.")
  String token_file() default "admin.token";
}
