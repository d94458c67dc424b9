package org.sqlxos.security.internal.admit;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.sqlxos.admission.api.Bounds;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.security.internal.OpenAccess;
import org.sqlxos.security.internal.SecurityState;
import org.sqlxos.security.internal.policy.Access;
import org.sqlxos.security.internal.policy.Policy;
import org.sqlxos.security.internal.policy.PolicyStore;
import org.sqlxos.security.internal.problem.SecurityProblem;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;

/**
 * Lets an operation pass as far as its caller may see and do what it is about, with the policy's
 * conditions put into its statement. What goes on is about the whole catalog: the conditions may
 * name what the caller does not see.
 */
@Component(service = Stage.class)
public final class PolicyAdmitStage implements Stage {

  private final SecurityState state;

  @Activate
  public PolicyAdmitStage(@Reference SecurityState state) {
    this.state = state;
  }

  @Override
  public Phase phase() {
    return Phase.ADMIT;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    if (OpenAccess.has(operation.caller())) {
      if (!state.open()) {
        throw SecurityProblem.NOT_PERMITTED.problem("this node is not open");
      }
      return next.proceed(operation);
    }
    PolicyStore store = state.policy();
    Policy policy = store.policy();
    Set<String> known = policy.known(operation.caller().roles());
    Access access = store.access(known, operation.catalog());
    Bounds bounds = policy.bounds(operation.caller().roles());
    return new Pass(operation, new Restriction(access, operation, bounds.depth()), bounds, next)
        .go();
  }
}
