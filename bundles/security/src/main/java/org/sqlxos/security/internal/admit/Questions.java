package org.sqlxos.security.internal.admit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Query;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.problem.SecurityProblem;

/**
 * Collects what a write depends on in other rows. Nothing of it is believed before the write's own
 * transaction has answered it: what was true a moment before may be so no longer. Only where there
 * are several ways to permit a write the rows are looked at before, to choose the way.
 */
final class Questions {

  private static final int MOST = 1_000;

  private final Predicate<Query> before;
  private final boolean possible;
  private final List<Question> asked = new ArrayList<>();
  private final Set<Asked> known = new HashSet<>();

  private Questions(Predicate<Query> before, boolean possible) {
    this.before = before;
    this.possible = possible;
  }

  /**
   * @param before whether a query finds a row as things are before the write
   */
  static Questions inTransaction(Predicate<Query> before) {
    return new Questions(before, true);
  }

  /** For writes that have no place for questions: whoever needs one is refused. */
  static Questions none() {
    return new Questions(query -> false, false);
  }

  /** Others, for an attempt that may fail; {@link #add} takes them over. */
  Questions attempt() {
    return new Questions(before, possible);
  }

  void add(Questions attempt) {
    attempt.asked.forEach(this::ask);
  }

  List<Question> asked() {
    return asked;
  }

  /**
   * Supposes that a row is there, or is not.
   *
   * @param alone whether there is no other way to permit the write
   * @return false if it is known to be otherwise
   */
  boolean suppose(Query query, boolean there, boolean alone, ProblemException refusal) {
    boolean open = alone || !known(query.filter());
    if (!open && before.test(query) != there) {
      return false;
    }
    ask(new Question(query, there ? 1 : 0, refusal));
    return true;
  }

  void ask(Question question) {
    if (!possible) {
      throw SecurityProblem.NOT_PERMITTED.problem(
          "rows that stream in cannot be held to what other rows say", "send them as a JSON array");
    }
    if (known.add(new Asked(question.query(), question.rows()))) {
      asked.add(question);
    }
    if (asked.size() > MOST) {
      throw SecurityProblem.TOO_MUCH.problem(
          "the rows of one request refer to more than %d others".formatted(MOST),
          "send them in several requests");
    }
  }

  private record Asked(Query query, int rows) {}

  /** Whether all values are there already; those of rows yet to be written are not. */
  private static boolean known(Filter filter) {
    return switch (filter) {
      case Filter.And and -> and.parts().stream().allMatch(Questions::known);
      case Filter.Or or -> or.parts().stream().allMatch(Questions::known);
      case Filter.Not not -> known(not.part());
      case Filter.Compare compare -> !(compare.value() instanceof Earlier);
      case Filter.Related related -> known(related.filter());
      case Filter.In _, Filter.Like _, Filter.IsNull _ -> true;
    };
  }
}
