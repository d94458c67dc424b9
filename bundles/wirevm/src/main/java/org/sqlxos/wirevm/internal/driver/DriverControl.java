package org.sqlxos.wirevm.internal.driver;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.TransactionCalls;
import org.sqlxos.wirevm.internal.transaction.TransactionControl;

/** Transactions by methods of the driver's connection. */
final class DriverControl implements TransactionControl {

  private final Connection connection;
  private final TransactionCalls calls;
  private final Function<SQLException, ProblemException> errors;
  private final Map<Long, Savepoint> savepoints = new HashMap<>();

  /** The level to go back to when the transaction ends; negative if it is not changed. */
  private int usualLevel = -1;

  DriverControl(
      Connection connection,
      TransactionCalls calls,
      Function<SQLException, ProblemException> errors) {
    this.connection = connection;
    this.calls = calls;
    this.errors = errors;
  }

  @FunctionalInterface
  private interface Call {
    void run() throws SQLException;
  }

  private void call(Call call) {
    try {
      call.run();
    } catch (SQLException e) {
      throw errors.apply(e);
    }
  }

  @Override
  public void begin(Access access, Optional<Isolation> least, Deadline deadline) {
    savepoints.clear();
    if (least.isPresent()) {
      Isolation level =
          calls.isolation().stream()
              .filter(known -> known.compareTo(least.get()) >= 0)
              .findFirst()
              .orElseThrow(
                  () ->
                      WireProblem.ISOLATION_UNSUPPORTED.problem(
                          "The database has no isolation that is as strong as " + least.get(),
                          "Ask for a weaker one, or begin without naming one."));
      call(
          () -> {
            usualLevel = connection.getTransactionIsolation();
            connection.setTransactionIsolation(level(level));
          });
    }
    call(() -> connection.setAutoCommit(false));
  }

  private static int level(Isolation isolation) {
    return switch (isolation) {
      case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
      case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
      case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
      case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
    };
  }

  @Override
  public void commit(Deadline deadline) {
    call(
        () -> {
          connection.commit();
          ended();
        });
  }

  /** Undoes it. */
  void rollback() throws SQLException {
    connection.rollback();
    ended();
  }

  private void ended() throws SQLException {
    savepoints.clear();
    connection.setAutoCommit(true);
    if (usualLevel >= 0) {
      connection.setTransactionIsolation(usualLevel);
      usualLevel = -1;
    }
  }

  @Override
  public void savepoint(long number, Deadline deadline) {
    if (!calls.savepoints()) {
      throw WireProblem.SAVEPOINTS_UNSUPPORTED.problem("The pack declares no savepoints");
    }
    call(() -> savepoints.put(number, connection.setSavepoint("sqlx_" + number)));
  }

  @Override
  public void rollbackTo(long number, Deadline deadline) {
    call(() -> connection.rollback(savepoints.get(number)));
  }

  @Override
  public void release(long number, Deadline deadline) {
    call(() -> connection.releaseSavepoint(savepoints.remove(number)));
  }

  @Override
  public boolean undoes() {
    return true;
  }
}
