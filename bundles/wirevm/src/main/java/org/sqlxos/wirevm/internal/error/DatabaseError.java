package org.sqlxos.wirevm.internal.error;

import java.sql.SQLException;
import java.util.Optional;
import org.sqlxos.wirepack.api.ServerError;

/**
 * An error in the words of a database.
 *
 * @param code the vendor's number; 0 if it has none
 * @param state the SQLSTATE, where there is one
 */
public record DatabaseError(int code, Optional<String> state, String message) {

  /** What whoever's statement it was may read. */
  public ServerError inItsWords() {
    return new ServerError(code, state.orElse(""), message);
  }

  public static DatabaseError of(SQLException error) {
    return new DatabaseError(
        error.getErrorCode(),
        Optional.ofNullable(error.getSQLState()),
        error.getMessage() == null ? "" : error.getMessage());
  }
}
