package org.sqlxos.orchestrator.internal;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Pipeline;
import org.sqlxos.stage.api.Stage;

/**
 * Keeps the chain in force and replaces it when a stage comes or goes. A stage that goes leaves the
 * chain first; then its bundle's stop waits until the operations that began with it have ended.
 */
@Component(service = Pipeline.class, configurationPid = "org.sqlxos.pipeline")
@Designate(ocd = PipelineConfiguration.class)
public final class OrchestratedPipeline implements Pipeline {

  private static final Logger log = LoggerFactory.getLogger(OrchestratedPipeline.class);

  private volatile Set<Phase> required;
  private volatile Duration drain;
  private final Map<ServiceReference<Stage>, StageEntry> stages = new HashMap<>();
  private volatile StageChain chain;

  @Activate
  public OrchestratedPipeline(PipelineConfiguration configuration) {
    this(phases(configuration.required()), Duration.ofMillis(configuration.drain_millis()));
  }

  OrchestratedPipeline(Set<Phase> required, Duration drain) {
    this.required = required;
    this.drain = drain;
    this.chain = new StageChain(List.of(), required);
  }

  /** Takes other required phases without a gap: operations find the old chain or the new one. */
  @Modified
  void modified(PipelineConfiguration configuration) {
    synchronized (stages) {
      required = phases(configuration.required());
      drain = Duration.ofMillis(configuration.drain_millis());
      chain = new StageChain(List.copyOf(stages.values()), required);
    }
  }

  private static Set<Phase> phases(String[] names) {
    EnumSet<Phase> phases = EnumSet.noneOf(Phase.class);
    for (String name : names) {
      phases.add(Phase.valueOf(name));
    }
    return phases;
  }

  @Reference(
      service = Stage.class,
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC)
  void bindStage(Stage stage, ServiceReference<Stage> reference) {
    synchronized (stages) {
      stages.put(reference, entry(stage, reference));
      chain = new StageChain(List.copyOf(stages.values()), required);
    }
  }

  void updatedStage(Stage stage, ServiceReference<Stage> reference) {
    bindStage(stage, reference);
  }

  void unbindStage(ServiceReference<Stage> reference) {
    StageChain before;
    StageEntry gone;
    synchronized (stages) {
      before = chain;
      gone = stages.remove(reference);
      chain = new StageChain(List.copyOf(stages.values()), required);
    }
    if (!before.drain(drain)) {
      log.warn(
          "Operations still run in {} after {}; it leaves all the same",
          gone == null ? "a stage" : gone.description().stage(),
          drain);
    }
  }

  private static StageEntry entry(Stage stage, ServiceReference<Stage> reference) {
    Bundle bundle = reference.getBundle();
    int ranking =
        reference.getProperty(Constants.SERVICE_RANKING) instanceof Integer given ? given : 0;
    StageDescription description =
        new StageDescription(
            stage.phase(),
            stage.getClass().getSimpleName(),
            String.valueOf(bundle.getSymbolicName()),
            bundle.getVersion().toString(),
            ranking);
    return new StageEntry(stage, description, (Long) reference.getProperty(Constants.SERVICE_ID));
  }

  @Override
  public Outcome run(Operation operation) {
    StageChain entered = enter();
    try {
      return entered.run(operation);
    } finally {
      entered.leave();
    }
  }

  /**
   * Enters the chain in force. One that was replaced just before is left again: its stage may be
   * gone already.
   */
  private StageChain enter() {
    while (true) {
      StageChain candidate = chain;
      candidate.enter();
      if (candidate == chain) {
        return candidate;
      }
      candidate.leave();
    }
  }

  @Override
  public Description describe() {
    return chain.describe();
  }
}
