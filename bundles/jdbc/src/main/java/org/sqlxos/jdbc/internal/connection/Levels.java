package org.sqlxos.jdbc.internal.connection;

import java.sql.Connection;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.wirepack.api.Isolation;

/** Levels of isolation as JDBC counts them. */
final class Levels {

  private Levels() {}

  static Isolation of(int constant) {
    return switch (constant) {
      case Connection.TRANSACTION_READ_UNCOMMITTED -> Isolation.READ_UNCOMMITTED;
      case Connection.TRANSACTION_READ_COMMITTED -> Isolation.READ_COMMITTED;
      case Connection.TRANSACTION_REPEATABLE_READ -> Isolation.REPEATABLE_READ;
      case Connection.TRANSACTION_SERIALIZABLE -> Isolation.SERIALIZABLE;
      default ->
          throw JdbcProblem.UNKNOWN_OPTION.problem("There is no isolation level " + constant);
    };
  }

  static int constant(Isolation isolation) {
    return switch (isolation) {
      case READ_UNCOMMITTED -> Connection.TRANSACTION_READ_UNCOMMITTED;
      case READ_COMMITTED -> Connection.TRANSACTION_READ_COMMITTED;
      case REPEATABLE_READ -> Connection.TRANSACTION_REPEATABLE_READ;
      case SERIALIZABLE -> Connection.TRANSACTION_SERIALIZABLE;
    };
  }
}
