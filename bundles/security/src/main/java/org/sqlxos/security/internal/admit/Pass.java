package org.sqlxos.security.internal.admit;

import org.sqlxos.admission.api.Bounds;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Series;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.StatementFailure;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.security.internal.problem.SecurityProblem;
import org.sqlxos.stage.api.Chain;

/** One operation on its way through. */
record Pass(Operation operation, Restriction restriction, Bounds bounds, Chain next) {

  Outcome go() {
    return switch (operation.statement()) {
      case Query query -> query(query);
      case Mutation mutation -> mutation(mutation);
      case Call call -> call(call);
      case Batch batch -> batch(batch);
      case Series series -> series(series);
      case Locked _, Sql _, Command _ ->
          throw SecurityProblem.NOT_PERMITTED.problem(
              "a policy cannot be held to a statement of this kind");
    };
  }

  private Outcome proceed(Statement restricted) {
    return next.proceed(
        operation.withCatalog(operation.catalog().whole()).withStatement(restricted));
  }

  private Discretion discretion() {
    return new Discretion(restriction, this::exists);
  }

  private QueryRestriction reads() {
    return new QueryRestriction(restriction, bounds.depth(), bounds.rows());
  }

  private Outcome query(Query query) {
    Query restricted = reads().of(query);
    Query asked = bounded(restricted);
    try {
      Outcome outcome = proceed(asked);
      return asked.equals(restricted) ? outcome : cut(outcome);
    } catch (ProblemException e) {
      throw discretion().told(e, query);
    }
  }

  // What a function answers is what whoever grants it means: it is not held to grants on tables.
  private Outcome call(Call call) {
    restriction.requireCallable(call.routine());
    Call asked = call.rows().map(rows -> call.withRows(bounded(rows))).orElse(call);
    try {
      Outcome outcome = proceed(asked);
      return asked.equals(call) ? outcome : cut(outcome);
    } catch (ProblemException e) {
      throw discretion().told(e, call);
    }
  }

  // One row more than permitted is asked for, to see whether there is one; a page that follows a
  // row asks for it itself.
  private Query bounded(Query query) {
    return bounds.rows() != Integer.MAX_VALUE && query.page().limit() > bounds.rows() + 1L
        ? query.withPage(query.page().withLimit(bounds.rows() + 1L))
        : query;
  }

  private Outcome cut(Outcome outcome) {
    return outcome instanceof Outcome.Rows rows
        ? new Outcome.Rows(
            rows.columns(), new BoundedCursor(rows.cursor(), bounds.rows()), rows.total())
        : outcome;
  }

  private Outcome mutation(Mutation mutation) {
    AskedBatch asked = new AskedBatch(Batch.Watch.NONE);
    add(asked, mutation);
    if (asked.plain()) {
      try {
        return proceed(asked.batch().statements().getFirst());
      } catch (ProblemException e) {
        throw discretion().told(e, mutation);
      }
    }
    try {
      return asked.own(proceed(asked.batch())).getFirst();
    } catch (ProblemException e) {
      ProblemException alone = asked.alone(e);
      throw asked.tells(e.problem()) ? alone : discretion().told(alone, mutation);
    }
  }

  private Outcome batch(Batch batch) {
    AskedBatch asked = new AskedBatch(batch.watch());
    batch.statements().forEach(statement -> add(asked, statement));
    try {
      return new Outcome.Several(asked.own(proceed(asked.batch())));
    } catch (StatementFailure e) {
      int own = asked.own(e);
      ProblemException told =
          asked.tells(e.problem()) ? e : discretion().told(e, batch.statements().get(own));
      throw new StatementFailure(own, told.problem(), e);
    } catch (ProblemException e) {
      throw discretion().told(e, batch);
    }
  }

  private void add(AskedBatch asked, Statement given) {
    Statement statement = asked.placed(given);
    Questions questions = Questions.inTransaction(this::exists);
    Statement restricted =
        switch (statement) {
          case Query query -> inBatch(reads().of(query));
          case Locked locked -> new Locked(reads().of(locked.query()));
          case Mutation.Insert insert -> new InsertRestriction(restriction, questions).of(insert);
          case Mutation.Update update -> new UpdateRestriction(restriction, questions).of(update);
          case Mutation.Delete delete -> new DeleteRestriction(restriction).of(delete);
          case Call _, Batch _, Series _, Sql _, Command _ ->
              throw SecurityProblem.NOT_PERMITTED.problem(
                  "a policy cannot be held to a statement of this kind");
        };
    asked.add(restricted, questions.asked());
  }

  private Query inBatch(Query query) {
    return query.page().limit() <= bounds.rows()
        ? query
        : query.withPage(query.page().withLimit(bounds.rows()));
  }

  // Questions have no place between the rows of a stream.
  private Outcome series(Series series) {
    InsertRestriction inserts = new InsertRestriction(restriction, Questions.none());
    try {
      return proceed(series.map(inserts::of));
    } catch (ProblemException e) {
      throw discretion().told(e, series);
    }
  }

  private boolean exists(Query query) {
    try (Outcome outcome = proceed(query)) {
      return outcome instanceof Outcome.Rows rows && rows.cursor().next();
    } catch (ProblemException e) {
      if (e.problem().code().status() >= 500) {
        throw e;
      }
      // A value that the column cannot have leads to no row.
      return false;
    }
  }
}
