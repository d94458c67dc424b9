package org.sqlxos.wirevm.internal.pool;

import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Pipelining;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/** A session while it is lent. Given back, it cannot be used any more, whoever still holds it. */
final class LentSession implements Session, Pipelining {

  /** For what has no deadline of its own. */
  private static final Duration TO_MOVE = Duration.ofSeconds(30);

  private final ConnectionPool pool;
  private final Loan loan;
  private boolean waited;
  private boolean heeded;

  LentSession(ConnectionPool pool, Loan loan) {
    this.pool = pool;
    this.loan = loan;
  }

  @Override
  public Cursor query(TargetStatement statement, Deadline deadline) {
    for (int number = 1; ; number++) {
      PooledConnection connection = loan.begin(statement, deadline);
      Session session = loan.session();
      boolean whole = session.usable();
      long begun = connection.begin();
      ProblemException failure;
      try {
        return session.query(statement, deadline);
      } catch (ProblemException e) {
        failure = e;
      } finally {
        pool.observe(statement.text(), connection.end(begun));
      }
      loan.recover(failure, whole, statement.writes(), new Attempt(number, deadline));
    }
  }

  @Override
  public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    for (int number = 1; ; number++) {
      Session session = loan.session();
      boolean whole = session.usable();
      try {
        return session.describe(question, deadline);
      } catch (ProblemException e) {
        loan.recover(e, whole, false, new Attempt(number, deadline));
      }
    }
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    for (int number = 1; ; number++) {
      PooledConnection connection = loan.begin(statement, deadline);
      Session session = loan.session();
      boolean whole = session.usable();
      long begun = connection.begin();
      ProblemException failure;
      try {
        return session.execute(statement, deadline);
      } catch (ProblemException e) {
        failure = e;
      } finally {
        pool.observe(statement.text(), connection.end(begun));
      }
      loan.recover(failure, whole, statement.writes(), new Attempt(number, deadline));
    }
  }

  @Override
  public List<Cursor> pipeline(List<TargetStatement> statements, Deadline deadline) {
    if (statements.isEmpty()) {
      return List.of();
    }
    boolean writes = statements.stream().anyMatch(TargetStatement::writes);
    for (int number = 1; ; number++) {
      // How long they take together says nothing of one of them: the pool does not learn from it.
      PooledConnection connection = loan.begin(statements.getFirst(), deadline);
      Session session = loan.session();
      if (!(session instanceof Pipelining line)) {
        throw WireProblem.PIPELINES_UNSUPPORTED.problem(
            "The sessions of this database have no pipeline", "Run one statement after the other.");
      }
      boolean whole = session.usable();
      long begun = connection.begin();
      ProblemException failure;
      try {
        return line.pipeline(statements, deadline);
      } catch (ProblemException e) {
        failure = e;
      } finally {
        connection.end(begun);
      }
      loan.recover(failure, whole, writes, new Attempt(number, deadline));
    }
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    begin(session -> session.begin(access, deadline), deadline);
  }

  @Override
  public void begin(Access access, Isolation isolation, Deadline deadline) {
    begin(session -> session.begin(access, isolation, deadline), deadline);
  }

  /** Until it has begun nothing is done that could be done twice. */
  private void begin(Consumer<Session> how, Deadline deadline) {
    for (int number = 1; ; number++) {
      try {
        how.accept(loan.sessionAlone(deadline));
        loan.inTransaction(true);
        return;
      } catch (ProblemException e) {
        loan.recover(e, true, false, new Attempt(number, deadline));
      }
    }
  }

  @Override
  public void commit(Deadline deadline) {
    Session session = loan.session();
    boolean whole = session.usable();
    try {
      session.commit(deadline);
      loan.inTransaction(false);
    } catch (ProblemException e) {
      throw whole && !session.usable() ? loan.unknown(e) : e;
    }
  }

  @Override
  public void rollback() {
    loan.session().rollback();
    loan.inTransaction(false);
  }

  @Override
  public Savepoint savepoint(Deadline deadline) {
    return loan.session().savepoint(deadline);
  }

  @Override
  public void rollbackTo(Savepoint savepoint, Deadline deadline) {
    loan.session().rollbackTo(savepoint, deadline);
  }

  @Override
  public void release(Savepoint savepoint, Deadline deadline) {
    loan.session().release(savepoint, deadline);
  }

  @Override
  public long copyIn(TargetStatement statement, InputStream source, Deadline deadline) {
    return change(session -> session.copyIn(statement, source, deadline), deadline);
  }

  @Override
  public long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    return loan.sessionAlone(deadline).copyOut(statement, sink, deadline);
  }

  @Override
  public long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    return change(session -> session.executeBatch(statement, rows, deadline), deadline);
  }

  /** What is read from somebody else, and so cannot be sent twice. */
  private <T> T change(Function<Session, T> how, Deadline deadline) {
    Session session = loan.sessionAlone(deadline);
    boolean whole = session.usable();
    try {
      return how.apply(session);
    } catch (ProblemException e) {
      throw whole && !session.usable() && !loan.inTransaction() ? loan.unknown(e) : e;
    }
  }

  @Override
  public Optional<Notification> notification(Deadline deadline) {
    Session mine = loan.sessionAlone(deadline);
    waited = true;
    return mine.notification(deadline);
  }

  @Override
  public void onNotice(Consumer<Notice> listener) {
    loan.sessionAlone(Deadline.in(TO_MOVE)).onNotice(listener);
    heeded = true;
  }

  @Override
  public void cancel() {
    if (!loan.over()) {
      loan.cancel();
    }
  }

  @Override
  public boolean usable() {
    Session session = loan.current();
    return !loan.over() && session != null && session.usable();
  }

  @Override
  public void close() {
    if (!loan.end()) {
      return;
    }
    try {
      Session session = loan.current();
      if (session != null && loan.alone()) {
        session.rollback();
        AfterUse.clean(session, waited, heeded);
      }
    } finally {
      loan.giveBack();
    }
  }
}
