package org.sqlxos.assembly.probe;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.problem.api.Fault;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;

/** A bundle of a third party: an ADMIT stage that lets nobody in. */
public final class RefusingStage implements BundleActivator, Stage {

  /** The third party's own code. */
  enum Refusal implements ProblemCode {
    CLOSED;

    @Override
    public String code() {
      return "ACME1";
    }

    @Override
    public int status() {
      return 403;
    }

    @Override
    public Fault fault() {
      return Fault.CALLER;
    }

    @Override
    public boolean retryable() {
      return false;
    }

    @Override
    public String title() {
      return "Closed on Sundays";
    }
  }

  @Override
  public void start(BundleContext context) {
    context.registerService(Stage.class, this, null);
  }

  @Override
  public void stop(BundleContext context) {}

  @Override
  public Phase phase() {
    return Phase.ADMIT;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    throw Refusal.CLOSED.problem("Nobody comes in.");
  }
}
