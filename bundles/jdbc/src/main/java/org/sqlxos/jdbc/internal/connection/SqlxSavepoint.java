package org.sqlxos.jdbc.internal.connection;

import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;
import org.sqlxos.jdbc.internal.error.JdbcProblem;

/**
 * A place in a transaction.
 *
 * @param name that a caller gave; null if none
 */
record SqlxSavepoint(org.sqlxos.wirepack.api.Savepoint place, @Nullable String name)
    implements Savepoint {

  static org.sqlxos.wirepack.api.Savepoint own(Savepoint savepoint) throws SQLException {
    if (savepoint instanceof SqlxSavepoint own) {
      return own.place();
    }
    throw JdbcProblem.TRANSACTION.exception("The savepoint is of another driver");
  }

  @Override
  public int getSavepointId() throws SQLException {
    if (name != null) {
      throw JdbcProblem.TRANSACTION.exception("The savepoint has a name, not a number");
    }
    return (int) place.number();
  }

  @Override
  public String getSavepointName() throws SQLException {
    if (name == null) {
      throw JdbcProblem.TRANSACTION.exception("The savepoint has a number, not a name");
    }
    return name;
  }
}
