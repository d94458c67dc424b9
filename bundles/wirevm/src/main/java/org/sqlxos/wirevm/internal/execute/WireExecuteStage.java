package org.sqlxos.wirevm.internal.execute;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Target;
import org.sqlxos.operation.api.TargetBatch;
import org.sqlxos.operation.api.TargetSeries;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * The last stage: runs the target statement. Rows that are read are streamed and hold their session
 * until they are closed or read to the end. A write is a transaction of its own; what it returns is
 * handed on only once it is committed, so that nobody sees a row that does not exist.
 */
@Component(service = Stage.class)
public final class WireExecuteStage implements Stage {

  /** Newer ones later. While a database moves from pack to pack there are two of one name. */
  private final List<ConnectedDatabase> databases = new CopyOnWriteArrayList<>();

  @Activate
  public WireExecuteStage() {}

  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  void bindDatabase(ConnectedDatabase database) {
    databases.add(database);
  }

  void unbindDatabase(ConnectedDatabase database) {
    databases.remove(database);
  }

  @Override
  public Phase phase() {
    return Phase.EXECUTE;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    Target target =
        operation
            .target()
            .orElseThrow(
                () ->
                    WireProblem.NOT_PLANNED.problem(
                        "Operation \"%s\" has no target statement".formatted(operation.id()),
                        "Install a bundle that contributes to the phase PLAN."));
    ConnectedDatabase database = database(operation.database());
    return switch (target) {
      case TargetStatement single when !single.writes() -> read(database, single, operation);
      case TargetStatement single -> write(database, single, operation);
      case TargetBatch batch -> batch(database, batch, operation);
      case TargetSeries series -> series(database, series, operation);
    };
  }

  private ConnectedDatabase database(String name) {
    ConnectedDatabase newest = null;
    for (ConnectedDatabase database : databases) {
      if (database.name().equals(name)) {
        newest = database;
      }
    }
    if (newest == null) {
      throw WireProblem.UNKNOWN_DATABASE.problem(
          "\"%s\" is not connected".formatted(name),
          "Check that it is configured and that a wire pack for its URL is installed.");
    }
    return newest;
  }

  private static Outcome read(
      ConnectedDatabase database, TargetStatement target, Operation operation) {
    Session session = database.borrow(Access.READ, target.text(), operation.deadline());
    boolean handedOn = false;
    try {
      if (target.columns().isEmpty()) {
        return new Outcome.Changed(session.execute(target, operation.deadline()));
      }
      Cursor rows = new SessionCursor(session.query(target, operation.deadline()), session);
      handedOn = true;
      return new Outcome.Rows(target.columns(), rows, Outcome.Total.UNKNOWN);
    } finally {
      if (!handedOn) {
        session.close();
      }
    }
  }

  /** Closing the session rolls back what is not committed. */
  private static Outcome write(
      ConnectedDatabase database, TargetStatement target, Operation operation) {
    try (Session session = database.borrow(Access.WRITE, target.text(), operation.deadline())) {
      if (database.pack().statementsCommit() && AloneWrite.possible(target, operation)) {
        return AloneWrite.run(session, target, operation);
      }
      boolean whole = database.pack().transactional();
      if (whole) {
        session.begin(Access.WRITE, operation.deadline());
      }
      SingleWrite write = new SingleWrite(session, operation.statement(), operation.deadline());
      Outcome outcome = write.run(target).outcome();
      if (whole) {
        session.commit(operation.deadline());
      }
      return outcome;
    }
  }

  private static Outcome batch(ConnectedDatabase database, TargetBatch batch, Operation operation) {
    if (!(operation.statement() instanceof Batch asked)) {
      throw new IllegalStateException("planned as a batch, which it is not");
    }
    Deadline deadline = operation.deadline();
    try (Session session = transaction(database, operation)) {
      Outcome outcome = new BatchWrite(session, asked, deadline).run(batch);
      session.commit(deadline);
      return outcome;
    }
  }

  private static Outcome series(
      ConnectedDatabase database, TargetSeries series, Operation operation) {
    long rows = 0;
    try (Session session = transaction(database, operation)) {
      while (series.statements().hasNext()) {
        rows += session.execute(series.statements().next(), operation.deadline());
      }
      session.commit(operation.deadline());
    }
    return new Outcome.Changed(rows);
  }

  /** What is closed before it is committed is undone. */
  private static Session transaction(ConnectedDatabase database, Operation operation) {
    if (!database.pack().transactional()) {
      throw BatchProblem.NO_TRANSACTIONS.problem(
          "\"%s\" cannot do several things all or nothing".formatted(database.name()),
          "Write one row at a time.");
    }
    Session session = database.borrow(Access.WRITE, operation.deadline());
    boolean begun = false;
    try {
      session.begin(Access.WRITE, operation.deadline());
      begun = true;
      return session;
    } finally {
      if (!begun) {
        session.close();
      }
    }
  }
}
