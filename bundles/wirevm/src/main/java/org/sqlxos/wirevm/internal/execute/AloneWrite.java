package org.sqlxos.wirevm.internal.execute;

import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemCode;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * A write of one statement that the server commits by itself: one way to it and back where a
 * transaction takes three.
 */
final class AloneWrite {

  private AloneWrite() {}

  /**
   * Whether nothing has to be looked at before it is committed: one row comes back at most. More
   * could be too many to keep, and then the write is undone.
   */
  static boolean possible(TargetStatement target, Operation operation) {
    // What is called may consist of many statements.
    if (target.readBack().isPresent() || operation.statement() instanceof Call) {
      return false;
    }
    return target.columns().isEmpty()
        || switch (operation.statement()) {
          case Mutation.Insert insert -> insert.rows().size() == 1;
          case Mutation.Update update ->
              ofOneRow(update.relation(), update.filter(), operation.catalog());
          case Mutation.Delete delete ->
              ofOneRow(delete.relation(), delete.filter(), operation.catalog());
          default -> false;
        };
  }

  private static boolean ofOneRow(RelationName relation, Filter filter, CatalogSnapshot catalog) {
    return catalog
        .relation(relation)
        .flatMap(Relation::identity)
        .filter(key -> filter.fixedColumns().containsAll(key.columns()))
        .isPresent();
  }

  /**
   * Runs it.
   *
   * @throws ProblemException with {@link WireProblem#OUTCOME_UNKNOWN} if the connection is lost
   *     before the server has said that it is done
   */
  static Outcome run(Session session, TargetStatement target, Operation operation) {
    Deadline deadline = operation.deadline();
    try {
      return new SingleWrite(session, operation.statement(), deadline).run(target).outcome();
    } catch (ProblemException e) {
      ProblemCode code = e.problem().code();
      // The pool says so of what fails before the first row; this is about what comes after it.
      boolean lost = code == WireProblem.LOST || code == WireProblem.SILENT;
      throw lost && !session.usable() ? unknown(e) : e;
    }
  }

  private static ProblemException unknown(ProblemException lost) {
    return new ProblemException(
        WireProblem.OUTCOME_UNKNOWN
            .problem(
                "The connection was lost after a write was sent and before it was answered",
                "Look whether it was carried out before you write it again.")
            .problem(),
        lost);
  }
}
