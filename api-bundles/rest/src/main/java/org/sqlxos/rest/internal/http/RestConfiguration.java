package org.sqlxos.rest.internal.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code rest} of the configuration. */
@ObjectClassDefinition(
    id = RestConfiguration.PID,
    name = "REST",
    description = "How much one request of the REST API may ask for.")
public @interface RestConfiguration {

  /** Where Configuration Admin keeps it. */
  String PID = "org.sqlxos.rest";

  @AttributeDefinition(
      name = "Largest body",
      description = "in octets; a larger body is answered with 413",
      min = "1",
      max = "1073741824")
  int body_max_bytes() default 1_048_576;

  @AttributeDefinition(
      name = "Rows of a page",
      description = "where a caller does not give limit",
      min = "1",
      max = "1000000")
  int limit_default() default 20;

  @AttributeDefinition(
      name = "Most rows of a page",
      description = "a larger limit is answered with 400",
      min = "1",
      max = "1000000")
  int limit_max() default 1_000;

  @AttributeDefinition(
      name = "Most conditions",
      description = "in the filters of one request; more are answered with 400",
      min = "1",
      max = "10000")
  int conditions_max() default 100;

  @AttributeDefinition(
      name = "Deepest filter",
      description = "groups inside each other; deeper ones are answered with 400",
      min = "1",
      max = "100")
  int depth_max() default 10;

  @AttributeDefinition(
      name = "Most related relations",
      description = "inside the rows of one request; more are answered with 400",
      min = "0",
      max = "1000")
  int embeds_max() default 30;

  @AttributeDefinition(
      name = "Deepest related relation",
      description = "inside each other; deeper ones are answered with 400",
      min = "0",
      max = "40")
  int embed_depth_max() default 5;

  @AttributeDefinition(
      name = "Time between looks for changes",
      description = "in milliseconds; where a database does not tell of changes by itself",
      min = "100",
      max = "3600000")
  int changes_poll_millis() default 2_000;

  @AttributeDefinition(
      name = "Most rows looked at for changes",
      description = "where a database does not tell by itself; more are answered with 422",
      min = "1",
      max = "1000000")
  int changes_poll_rows() default 10_000;

  @AttributeDefinition(
      name = "Most streams of changes",
      description = "open at once; more are answered with 503",
      min = "0",
      max = "1000000")
  int changes_streams_max() default 10_000;

  @AttributeDefinition(
      name = "Timing of phases",
      description =
          "whether each answer tells what the phases of the pipeline took (Server-Timing), which"
              + " may tell callers what they should not know")
  boolean server_timing() default false;

  @AttributeDefinition(
      name = "Time for one operation",
      description = "in milliseconds; then the operation is given up",
      min = "1",
      max = "3600000")
  long timeout_millis() default 30_000;
}
