package org.sqlxos.orchestrator.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The section {@code pipeline}. */
@ObjectClassDefinition(
    id = "org.sqlxos.pipeline",
    name = "Pipeline",
    description = "Which phases an operation must pass.")
@interface PipelineConfiguration {

  @AttributeDefinition(
      name = "Required phases",
      description = "While one of these has no stage, every operation is refused with 503.",
      options = {
        @Option(label = "Observe", value = "OBSERVE"),
        @Option(label = "Parse", value = "PARSE"),
        @Option(label = "Admit", value = "ADMIT"),
        @Option(label = "Verify", value = "VERIFY"),
        @Option(label = "Protect", value = "PROTECT"),
        @Option(label = "Plan", value = "PLAN"),
        @Option(label = "Forecast", value = "FORECAST"),
        @Option(label = "Reuse", value = "REUSE"),
        @Option(label = "Execute", value = "EXECUTE")
      })
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
