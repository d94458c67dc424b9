package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.StatementFailure;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * The statements of a caller with the questions that each of them depends on before it, in one
 * transaction. The caller, its watch and its references go by the places that it knows.
 */
final class AskedBatch {

  private final Batch.Watch watch;
  private final List<Statement> statements = new ArrayList<>();
  private final List<Integer> places = new ArrayList<>();
  private final Map<Integer, Question> questions = new HashMap<>();
  private final Set<Problem> told = new HashSet<>();

  /**
   * @param watch the caller's
   */
  AskedBatch(Batch.Watch watch) {
    this.watch = watch;
  }

  /** Adds the next of the caller's statements, made with {@link #placed}. */
  void add(Statement statement, List<Question> asked) {
    for (Question question : asked) {
      questions.put(statements.size(), question);
      statements.add(question.query());
    }
    places.add(statements.size());
    statements.add(statement);
  }

  /** Whether nothing has to be asked. */
  boolean plain() {
    return questions.isEmpty();
  }

  Batch batch() {
    return new Batch(statements, this::after);
  }

  private void after(int place, Outcome outcome) {
    Question question = questions.get(place);
    try {
      if (question == null) {
        watch.after(places.indexOf(place), outcome);
      } else {
        question.require(outcome);
      }
    } catch (ProblemException e) {
      told.add(e.problem());
      throw e;
    }
  }

  /** Whether a problem came from here or from the caller's API, not from a database. */
  boolean tells(Problem problem) {
    return told.contains(problem);
  }

  /** What the caller's statements brought. */
  List<Outcome> own(Outcome outcome) {
    if (!(outcome instanceof Outcome.Several several)) {
      throw new IllegalStateException("several outcomes expected");
    }
    questions.keySet().forEach(place -> several.outcomes().get(place).close());
    return places.stream().map(several.outcomes()::get).toList();
  }

  /** The place of the caller's statement that has failed, or that a question was asked for. */
  int own(StatementFailure failure) {
    int own = 0;
    while (own < places.size() - 1 && places.get(own) < failure.statement()) {
      own++;
    }
    return own;
  }

  /**
   * A failure of the only statement, as if it had been alone: with pointers from the root of the
   * request, where the statement's place stands before them.
   */
  ProblemException alone(ProblemException failure) {
    Problem problem = failure.problem();
    String prefix = "/" + places.getFirst();
    List<Violation> violations =
        problem.violations().stream()
            .map(
                violation ->
                    (violation.pointer() + "/").startsWith(prefix + "/")
                        ? new Violation(
                            violation.pointer().substring(prefix.length()),
                            violation.rule(),
                            violation.message())
                        : violation)
            .toList();
    return new ProblemException(problem.withViolations(violations), failure);
  }

  /** The statement with its references to earlier ones as they stand here. */
  Statement placed(Statement statement) {
    return switch (statement) {
      case Mutation.Insert insert ->
          insert.withRows(insert.columns(), insert.rows().stream().map(this::placed).toList());
      case Mutation.Update update -> update.withValues(update.columns(), placed(update.values()));
      default -> statement;
    };
  }

  private List<@Nullable Object> placed(List<@Nullable Object> values) {
    List<@Nullable Object> placed = new ArrayList<>(values.size());
    for (Object value : values) {
      placed.add(value instanceof Earlier earlier ? placed(earlier) : value);
    }
    return placed;
  }

  private Earlier placed(Earlier earlier) {
    if (earlier.statement() >= places.size()) {
      throw new IllegalArgumentException("a statement refers to a later one");
    }
    int place = places.get(earlier.statement());
    if (!returned(statements.get(place)).contains(earlier.column())) {
      throw SecurityProblem.NOT_PERMITTED.problem(
          "a value that one row takes from another is one that the caller may not read",
          "a role that writes rows with rows inside has to read the columns that connect them");
    }
    return new Earlier(place, earlier.row(), earlier.column(), earlier.derivation());
  }

  private static List<String> returned(Statement statement) {
    return switch (statement) {
      case Mutation mutation -> mutation.returning();
      case Query query -> query.columns();
      case Locked locked -> locked.query().columns();
      default -> List.of();
    };
  }
}
