package org.sqlxos.jdbc.internal.link;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.error.SqlErrors;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.DescribedStatements;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Language;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.StatementCursor;
import org.sqlxos.wirepack.api.StatementDescription;

/**
 * The session of one connection. Any thread may use it: one at a time gets it. Rows that somebody
 * is still reading are taken off the session before anything else is done with it, so that several
 * results can be open at once, as JDBC has it.
 */
public final class Link {

  private static final Duration FOR_EVER = Duration.ofDays(3650);
  private static final Duration TO_END = Duration.ofSeconds(30);

  private final Session session;
  private final DescribedStatements statements;
  private final PackDescription pack;
  private final ReentrantLock lock = new ReentrantLock();
  private final Transaction transaction;
  private @Nullable Live live;
  private volatile boolean closed;
  private volatile int networkTimeoutMillis;

  /**
   * @throws SQLException if the pack's sessions run no statements of clients
   */
  public Link(Session session, PackDescription pack) throws SQLException {
    if (!(session instanceof DescribedStatements described)) {
      throw JdbcProblem.unsupported("The pack \"" + pack.name() + "\"");
    }
    this.session = session;
    this.statements = described;
    this.pack = pack;
    this.transaction = new Transaction(session, pack.language().isolation());
  }

  public PackDescription pack() {
    return pack;
  }

  public Language language() {
    return pack.language();
  }

  /** For {@code unwrap}. */
  public Session session() {
    return session;
  }

  /** The state of the transaction; changed under {@link #call} only. */
  public Transaction transaction() {
    return transaction;
  }

  /** Does something with the session, with all rows taken off it. */
  public <T> T call(Work<T> work) throws SQLException {
    return locked(
        () -> {
          park();
          return work.run();
        });
  }

  /** Does something with the session as it is. */
  public <T> T locked(Work<T> work) throws SQLException {
    lock.lock();
    try {
      if (closed) {
        throw JdbcProblem.CLOSED.exception("The connection is closed");
      }
      return work.run();
    } catch (ProblemException e) {
      throw SqlErrors.of(e, statements.serverError());
    } finally {
      lock.unlock();
    }
  }

  private void park() {
    Live reading = live;
    live = null;
    if (reading != null) {
      reading.park();
    }
  }

  /**
   * Runs a statement, in a transaction if one is wanted.
   *
   * @param reading what is done with its cursor, before anybody else gets the session
   */
  public <T> T run(
      TargetStatement statement, Deadline deadline, Function<StatementCursor, T> reading)
      throws SQLException {
    return call(
        () -> {
          transaction.begin(deadline);
          return reading.apply(statements.run(statement, deadline));
        });
  }

  /** Runs a statement for each row of values, all or none. */
  public long[] runBatch(
      TargetStatement statement, List<List<@Nullable Object>> rows, Deadline deadline)
      throws SQLException {
    return call(
        () -> {
          transaction.begin(deadline);
          return session.executeBatch(statement, rows, deadline);
        });
  }

  /** See {@link DescribedStatements#describesParameters}. */
  public boolean describesParameters() {
    return statements.describesParameters();
  }

  /** These rows are the ones on the session now. Called under the lock. */
  public void reading(Live rows) {
    live = rows;
  }

  /** These rows are off the session. Called under the lock. */
  public void done(Live rows) {
    if (live == rows) {
      live = null;
    }
  }

  public StatementDescription describe(String text, Deadline deadline) throws SQLException {
    return call(
        () -> {
          transaction.begin(deadline);
          return statements.describe(text, deadline);
        });
  }

  /** The first value of the first row of a query; empty if there is none. */
  public Optional<String> ask(String query, Deadline deadline) throws SQLException {
    TargetStatement statement = new TargetStatement(query, List.of(), List.of(), false);
    return call(() -> first(session.query(statement, deadline)));
  }

  /** The same of a question about the database; empty if the pack cannot answer it. */
  public Optional<String> ask(IntrospectionQuery question, Deadline deadline) throws SQLException {
    return call(() -> session.describe(question, deadline).flatMap(Link::first));
  }

  private static Optional<String> first(Cursor answer) {
    try (answer) {
      return answer.next() && answer.kind(0) != ValueKind.NULL
          ? Optional.of(answer.getText(0))
          : Optional.empty();
    }
  }

  /** When a statement has to have ended. */
  public Deadline deadline(int seconds) {
    long millis = seconds * 1000L;
    int network = networkTimeoutMillis;
    if (network > 0 && (millis == 0 || network < millis)) {
      millis = network;
    }
    return Deadline.in(millis == 0 ? FOR_EVER : Duration.ofMillis(millis));
  }

  /** For what ends something: it must not take for ever, whatever the caller allows. */
  public static Deadline toEnd() {
    return Deadline.in(TO_END);
  }

  public int networkTimeoutMillis() {
    return networkTimeoutMillis;
  }

  public void networkTimeoutMillis(int millis) {
    networkTimeoutMillis = millis;
  }

  /** Stops what runs. From any thread. */
  public void cancel() {
    if (!closed) {
      session.cancel();
    }
  }

  /** Whether it has been closed, or lost. */
  public boolean closed() {
    return closed;
  }

  public boolean usable() {
    return !closed && session.usable();
  }

  /** Ends the session; what is not committed is undone. */
  public void close() {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        live = null;
        session.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
