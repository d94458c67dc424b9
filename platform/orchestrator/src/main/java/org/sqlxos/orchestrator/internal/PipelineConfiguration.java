package org.sqlxos.orchestrator.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The section {@code pipeline}. */
@ObjectClassDefinition(
    id = "org.sqlxos.pipeline",
    name = "Pipeline",
    description = "Which phases an operation must pass.")
@interface PipelineConfiguration {

  @AttributeDefinition(
      name = "Required phases",
      description = "While one of these has no stage, every operation is refused with 503.")
  String[] required() default {"ADMIT", "VERIFY", "PLAN", "EXECUTE"};

  @AttributeDefinition(
      name = "Drain",
      description =
          "How long a stage that leaves waits for the operations that began with it, in"
              + " milliseconds.",
      min = "0",
      max = "600000")
  int drain_millis() default 10_000;
}
