package org.sqlxos.jdbc.internal.error;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransactionRollbackException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ServerError;

/** Problems as JDBC tells them: the class by the SQLSTATE, the stable code in the message. */
public final class SqlErrors {

  private static final String TIMEOUT = "HYT00";
  private static final String GENERAL = "HY000";

  /** The SQLSTATE of problems that no server has told. */
  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("SQLX604", "08001"),
          Map.entry("SQLX608", "40001"),
          Map.entry("SQLX609", TIMEOUT),
          Map.entry("SQLX610", "57014"),
          Map.entry("SQLX611", "08006"),
          Map.entry("SQLX622", "07006"),
          Map.entry("SQLX624", "08P01"),
          Map.entry("SQLX625", "28000"),
          Map.entry("SQLX626", "3D000"),
          Map.entry("SQLX627", "08001"),
          Map.entry("SQLX628", "08001"),
          Map.entry("SQLX629", "08001"),
          Map.entry("SQLX635", "08001"),
          Map.entry("SQLX640", "23502"),
          Map.entry("SQLX641", "23514"),
          Map.entry("SQLX642", "23503"),
          Map.entry("SQLX643", "23505"),
          Map.entry("SQLX644", "22000"),
          Map.entry("SQLX650", "25000"),
          Map.entry("SQLX651", "0A000"),
          Map.entry("SQLX652", "0A000"),
          Map.entry("SQLX653", "08006"),
          Map.entry("SQLX654", "0A000"),
          Map.entry("SQLX680", "08003"),
          Map.entry("SQLX681", "22018"),
          Map.entry("SQLX682", "07009"),
          Map.entry("SQLX683", "0A000"),
          Map.entry("SQLX684", "07001"),
          Map.entry("SQLX685", "25000"),
          Map.entry("SQLX686", "02000"),
          Map.entry("SQLX687", "08001"));

  private SqlErrors() {}

  /** A problem that is not the server's. */
  public static SQLException of(ProblemException problem) {
    return of(problem, Optional.empty());
  }

  /**
   * @param said what the server said last; used if this problem is the server's
   */
  public static SQLException of(ProblemException problem, Optional<ServerError> said) {
    Problem told = problem.problem();
    String code = told.code().code();
    Optional<ServerError> words =
        said.filter(error -> told.sqlState().filter(error.state()::equals).isPresent());
    String state = told.sqlState().orElseGet(() -> STATES.getOrDefault(code, GENERAL));
    // What to do about the server's own words is not ours to say.
    String what = words.map(ServerError::message).orElse(told.detail());
    String hint = words.isPresent() ? "" : told.hint().map(next -> " " + next).orElse("");
    String message = what + " [" + code + "]" + hint;
    return ofState(message, state, words.map(ServerError::code).orElse(0), problem);
  }

  private static SQLException ofState(
      String message, String state, int code, ProblemException cause) {
    String stateClass = state.substring(0, Math.min(2, state.length()));
    return switch (stateClass) {
      case "08" -> connection(message, state, code, cause);
      case "0A" -> new SQLFeatureNotSupportedException(message, state, code, cause);
      case "22", "07" -> new SQLDataException(message, state, code, cause);
      case "23" -> new SQLIntegrityConstraintViolationException(message, state, code, cause);
      case "28" -> new SQLInvalidAuthorizationSpecException(message, state, code, cause);
      case "40" -> new SQLTransactionRollbackException(message, state, code, cause);
      case "42" -> new SQLSyntaxErrorException(message, state, code, cause);
      case "HY" ->
          state.equals(TIMEOUT)
              ? new SQLTimeoutException(message, state, code, cause)
              : new SQLException(message, state, code, cause);
      case "3D" -> new SQLNonTransientException(message, state, code, cause);
      default -> new SQLException(message, state, code, cause);
    };
  }

  private static SQLException connection(
      String message, String state, int code, ProblemException cause) {
    return cause.problem().code().retryable()
        ? new SQLTransientConnectionException(message, state, code, cause)
        : new SQLNonTransientConnectionException(message, state, code, cause);
  }
}
