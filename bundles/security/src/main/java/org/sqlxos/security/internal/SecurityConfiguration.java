package org.sqlxos.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code security}. A relative path is one below the node's data directory. */
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

  @AttributeDefinition(name = "Policy file", description = "Who may do what, in YAML.")
  String policy_file() default "policy.yaml";

  @AttributeDefinition(
      name = "API keys",
      description = "The file with the hashes of API keys, which sqlx key create writes.")
  String keys_file() default "api-keys";

  @AttributeDefinition(
      name = "Token keys",
      description = "Files with public keys that tokens are checked with: PEM, JWK or JWK set.")
  String[] jwt_keys() default {};

  @AttributeDefinition(
      name = "Shared secret",
      description = "A file with a secret of 32 bytes or more for tokens with HS256 and the like.")
  String jwt_secret_file() default "";

  @AttributeDefinition(
      name = "JWK set",
      description = "A URL with public keys that tokens are checked with.")
  String jwt_jwks_url() default "";

  @AttributeDefinition(
      name = "Discovery",
      description = "Whether the URL of the keys is found in the issuer's OpenID configuration.")
  boolean jwt_discovery() default false;

  @AttributeDefinition(name = "Issuer", description = "The only issuer of tokens; empty for any.")
  String jwt_issuer() default "";

  @AttributeDefinition(
      name = "Audience",
      description = "A token has to be for one of these; empty for any.")
  String[] jwt_audience() default {};

  @AttributeDefinition(
      name = "Algorithms",
      description = "The algorithms that are taken; empty for all that the keys are fit for.")
  String[] jwt_algorithms() default {};

  @AttributeDefinition(
      name = "Skew",
      description = "How much the clocks of this node and an issuer may differ, in seconds.",
      min = "0",
      max = "600")
  int jwt_skew_seconds() default 30;

  @AttributeDefinition(
      name = "Role claim",
      description = "Where a token says its roles: a claim, or a path of claims with dots.")
  String jwt_role_claim() default "role";

  @AttributeDefinition(
      name = "Default role",
      description = "The role of a token that says none; empty for none.")
  String jwt_role_default() default "";

  @AttributeDefinition(
      name = "Refresh",
      description = "After how long the keys of a URL are fetched again, in seconds.",
      min = "1",
      max = "86400")
  int jwt_refresh_seconds() default 600;

  @AttributeDefinition(
      name = "Pause",
      description = "How long after a fetch the next one waits, whatever tokens come, in seconds.",
      min = "0",
      max = "3600")
  int jwt_pause_seconds() default 30;

  @AttributeDefinition(
      name = "Failures",
      description = "How many refused credentials an address may show in a minute.",
      min = "1",
      max = "1000000")
  int failures_max() default 20;

  @AttributeDefinition(
      name = "Address rate",
      description = "Requests a second from one address; 0 for any number.",
      min = "0",
      max = "1000000")
  int rate_address() default 0;

  @AttributeDefinition(
      name = "Origins",
      description =
          "The origins whose pages a browser lets read answers, for instance https://example.org;"
              + " * for every one.")
  String[] cors_origins() default {};
}
