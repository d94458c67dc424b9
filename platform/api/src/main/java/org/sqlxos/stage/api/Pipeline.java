package org.sqlxos.stage.api;

import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;

/** All stages present, in order. The one OSGi service that APIs hand their operations to. */
@ProviderType
public interface Pipeline {

  /**
   * Runs an operation through the stages present at this moment. The caller closes the outcome.
   *
   * @throws org.sqlxos.problem.api.ProblemException if a stage refuses it, or a required phase has
   *     no stage
   */
  Outcome run(Operation operation);

  /** The chain in force. */
  Description describe();

  /**
   * A chain, told.
   *
   * @param stages in their order
   * @param required the phases that the configuration requires
   * @param missing those of them without a stage; not empty means that every operation is refused
   */
  record Description(List<StageDescription> stages, Set<Phase> required, Set<Phase> missing) {
    public Description {
      stages = List.copyOf(stages);
      required = Set.copyOf(required);
      missing = Set.copyOf(missing);
    }
  }

  /**
   * One stage, told.
   *
   * @param stage the simple name of its class
   * @param bundle the symbolic name of the bundle that brought it
   * @param version that bundle's version
   * @param ranking its {@code service.ranking}
   */
  record StageDescription(Phase phase, String stage, String bundle, String version, int ranking) {}
}
