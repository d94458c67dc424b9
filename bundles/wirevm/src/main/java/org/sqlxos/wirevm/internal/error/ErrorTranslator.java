package org.sqlxos.wirevm.internal.error;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.pack.ErrorKind;
import org.sqlxos.wirevm.internal.pack.ErrorRule;
import org.sqlxos.wirevm.internal.pack.GroupReferences;

/**
 * Turns a database's error into a problem. The database's own words reach the caller only where a
 * rule of the pack picks them out: elsewhere they could carry values of rows.
 */
public final class ErrorTranslator {

  private record Match(ErrorKind kind, Optional<String> detail) {}

  private final List<ErrorRule> rules;

  public ErrorTranslator(List<ErrorRule> rules) {
    this.rules = rules;
  }

  public ErrorKind kind(DatabaseError error) {
    return match(error).kind();
  }

  public ProblemException whileConnecting(DatabaseError error, ConnectionUrl url) {
    Match match = match(error);
    String detail = "\"%s\": %s".formatted(url, match.detail().orElse(sentence(match, error)));
    return problem(match.kind(), detail, error);
  }

  /** An error that was not asked for with {@link RunningStatement#stop}. */
  public ProblemException whileRunning(DatabaseError error) {
    Match match = match(error);
    return problem(match.kind(), match.detail().orElse(sentence(match, error)), error);
  }

  private Match match(DatabaseError error) {
    for (ErrorRule rule : rules) {
      if (rule.code().isPresent() && rule.code().getAsInt() != error.code()) {
        continue;
      }
      if (rule.state().isPresent()
          && !rule.state().get().matcher(error.state().orElse("")).matches()) {
        continue;
      }
      @Nullable Matcher matcher =
          rule.message().map(pattern -> pattern.matcher(error.message())).orElse(null);
      if (matcher == null) {
        return new Match(rule.kind(), rule.detail());
      }
      if (matcher.find()) {
        return new Match(
            rule.kind(), rule.detail().map(detail -> GroupReferences.fill(detail, matcher)));
      }
    }
    return new Match(ErrorKind.STATEMENT, Optional.empty());
  }

  private static ProblemException problem(ErrorKind kind, String detail, DatabaseError error) {
    Problem problem = Problem.of(code(kind), detail);
    Optional<String> hint = hint(kind);
    if (hint.isPresent()) {
      problem = problem.withHint(hint.get());
    }
    if (error.state().isPresent()) {
      problem = problem.withSqlState(error.state().get());
    }
    return new ProblemException(problem);
  }

  private static ProblemCode code(ErrorKind kind) {
    return switch (kind) {
      case NOT_NULL -> Integrity.NOT_NULL;
      case CHECK -> Integrity.CHECK;
      case FOREIGN_KEY -> Integrity.FOREIGN_KEY;
      case UNIQUE -> Integrity.UNIQUE;
      case VALUE -> Integrity.VALUE;
      case BUSY -> WireProblem.BUSY;
      case INTERRUPTED -> WireProblem.CANCELLED;
      case NOT_A_DATABASE -> WireProblem.NOT_A_DATABASE;
      case CANNOT_OPEN -> WireProblem.CANNOT_OPEN;
      case NO_PERMISSION -> WireProblem.NO_PERMISSION;
      case READ_ONLY -> WireProblem.READ_ONLY;
      case SCHEMA_CHANGED -> WireProblem.SCHEMA_CHANGED;
      case FULL -> WireProblem.FULL;
      case CORRUPT -> WireProblem.CORRUPT;
      case INPUT_OUTPUT -> WireProblem.INPUT_OUTPUT;
      case TOO_COMPLEX -> WireProblem.TOO_COMPLEX;
      case LOST -> WireProblem.LOST;
      case AUTHENTICATION -> WireProblem.AUTHENTICATION;
      case NO_SUCH_DATABASE -> WireProblem.NO_SUCH_DATABASE;
      case STALE_STATEMENT -> WireProblem.SCHEMA_CHANGED;
      case UNSUPPORTED -> WireProblem.UNSUPPORTED;
      case UNAVAILABLE -> WireProblem.UNAVAILABLE;
      case WRONG_KIND -> WireProblem.WRONG_KIND;
      case ELSEWHERE -> WireProblem.ELSEWHERE;
      case LOADING -> WireProblem.LOADING;
      case STATEMENT, UNPREPARABLE -> WireProblem.STATEMENT_REFUSED;
    };
  }

  private static String sentence(Match match, DatabaseError error) {
    return switch (match.kind()) {
      case NOT_NULL -> "A column that must have a value got none";
      case CHECK -> "A check constraint of the table does not hold";
      case FOREIGN_KEY -> "A foreign key would refer to a row that does not exist";
      case UNIQUE -> "A row with this key exists already";
      case VALUE -> "A value has a type, length or range that its column does not take";
      case BUSY -> "Another program or session held a lock until the deadline";
      case INTERRUPTED -> "The statement was stopped before it ended";
      case NOT_A_DATABASE -> "The file is not a database of this kind, or it is encrypted";
      case CANNOT_OPEN -> "The database cannot be opened";
      case NO_PERMISSION -> "The operating system does not allow to open the database";
      case READ_ONLY -> "The database can be read, not written";
      case SCHEMA_CHANGED -> "A table or column is not there any more";
      case FULL -> "The disk, or a quota, is full";
      case CORRUPT -> "The database's own structure is damaged";
      case INPUT_OUTPUT -> "Reading or writing the database's storage failed";
      case TOO_COMPLEX -> "The statement exceeds a limit of the database";
      case LOST -> "The session with the database has ended";
      case AUTHENTICATION -> "The server refuses this user or password";
      case NO_SUCH_DATABASE -> "The server has no database of this name";
      case STALE_STATEMENT -> "A table changed while the statement ran";
      case UNSUPPORTED -> "The database cannot do what is asked for";
      case UNAVAILABLE -> "Too few servers of the database answered in time";
      case WRONG_KIND -> "The key holds a value of another kind than this asks for";
      case ELSEWHERE -> "Another server of the cluster has this data";
      case LOADING -> "The server is starting, or waits for others of its cluster";
      case STATEMENT, UNPREPARABLE ->
          "The database refused the statement with its error "
              + error.state().orElseGet(() -> Integer.toString(error.code()));
    };
  }

  private static Optional<String> hint(ErrorKind kind) {
    return Optional.ofNullable(
        switch (kind) {
          case NOT_NULL, CHECK, FOREIGN_KEY, UNIQUE, VALUE, INTERRUPTED, STATEMENT, UNPREPARABLE ->
              null;
          case WRONG_KIND -> "Look for the key in the table of its own kind.";
          case ELSEWHERE -> "Let the URL lead to the server that has it, or to a proxy.";
          case LOADING -> "Try again in a moment.";
          case BUSY -> "Try again; find out which program holds long transactions.";
          case NOT_A_DATABASE -> "Check that the URL names the right file and the right scheme.";
          case CANNOT_OPEN -> "Check that the file and its directory can be read by this user.";
          case NO_PERMISSION -> "Give the user who runs this process the right to read the file.";
          case READ_ONLY -> "Give the user who runs this process the right to write the file.";
          case SCHEMA_CHANGED -> "Try again in a moment, when the new schema has been read.";
          case FULL -> "Make room and try again.";
          case CORRUPT -> "Run the database's own integrity check and restore a backup.";
          case INPUT_OUTPUT -> "Look into the log of the operating system.";
          case TOO_COMPLEX -> "Use fewer filters, values or levels.";
          case LOST -> "Try again: a new session is opened.";
          case AUTHENTICATION -> "Check user and password in the URL, and who may connect.";
          case NO_SUCH_DATABASE -> "Check the name after the last slash of the URL.";
          case UNSUPPORTED ->
              "Filter or sort by the columns of the key or of an index; change rows where they are"
                  + " stored.";
          case UNAVAILABLE -> "Try again; look whether all servers of the database run.";
          case STALE_STATEMENT -> "Try again in a moment, when the new schema has been read.";
        });
  }
}
