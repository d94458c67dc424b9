package org.sqlxos.security.internal.admit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.security.internal.OpenAccess;
import org.sqlxos.security.internal.SecurityConfiguration;
import org.sqlxos.security.internal.SecurityProblem;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;

/** Lets an operation pass as far as its caller may see and do what it is about. */
@Component(service = Stage.class, configurationPid = SecurityConfiguration.PID)
public final class PolicyAdmitStage implements Stage {

  private final boolean open;

  @Activate
  public PolicyAdmitStage(SecurityConfiguration configuration) {
    this.open = configuration.open();
  }

  @Override
  public Phase phase() {
    return Phase.ADMIT;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    if (open && OpenAccess.has(operation.caller())) {
      return next.proceed(operation);
    }
    throw SecurityProblem.NOT_PERMITTED.problem("the caller may do nothing here");
  }
}
