package org.sqlxos.contracts.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.contracts.internal.check.CheckCache;
import org.sqlxos.contracts.internal.lookup.IntegrityAnswer;
import org.sqlxos.contracts.internal.lookup.IntegrityLookup;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.statement.Draft;
import org.sqlxos.contracts.internal.statement.MutationVerifier;
import org.sqlxos.contracts.internal.statement.QueryVerifier;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;
import org.sqlxos.wirepack.api.Integrity;

/**
 * Holds structured statements to the catalog. On the way in it turns values into the class of their
 * column and lists every rule that they break; on the way out it tells what an integrity error of
 * the database means for the request. What passes costs no statement of its own.
 */
@Component(service = Stage.class)
public final class ConstraintVerifyStage implements Stage {

  private final CheckCache checks = new CheckCache();

  @Activate
  public ConstraintVerifyStage() {}

  @Override
  public Phase phase() {
    return Phase.VERIFY;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    return switch (operation.statement()) {
      case Query query ->
          next.proceed(
              operation.withStatement(new QueryVerifier(operation.catalog()).query(query)));
      case Mutation mutation -> {
        Violations violations = new Violations();
        Draft draft = verifier(operation, violations).verify(mutation, "");
        yield change(operation.withStatement(draft.mutation()), next, violations, List.of(draft));
      }
      case Batch batch -> batch(operation, next, batch);
      case Sql ignored -> next.proceed(operation);
      case Command ignored -> next.proceed(operation);
    };
  }

  private MutationVerifier verifier(Operation operation, Violations violations) {
    return new MutationVerifier(operation.catalog(), checks, violations);
  }

  private Outcome batch(Operation operation, Chain next, Batch batch) {
    Violations violations = new Violations();
    List<Statement> statements = new ArrayList<>(batch.statements().size());
    List<Draft> drafts = new ArrayList<>();
    for (Statement statement : batch.statements()) {
      if (statement instanceof Mutation mutation) {
        Draft draft = verifier(operation, violations).verify(mutation, "/" + statements.size());
        drafts.add(draft);
        statements.add(draft.mutation());
      } else if (statement instanceof Query query) {
        statements.add(new QueryVerifier(operation.catalog()).query(query));
      } else {
        statements.add(statement);
      }
    }
    return change(operation.withStatement(new Batch(statements)), next, violations, drafts);
  }

  private Outcome change(
      Operation operation, Chain next, Violations violations, List<Draft> drafts) {
    if (!violations.isEmpty()) {
      new IntegrityLookup(operation, next, violations).look(drafts);
      throw new ProblemException(
          Problem.of(ContractProblem.DATA_INVALID, violations.summary())
              .withViolations(violations.list()));
    }
    try {
      return next.proceed(operation);
    } catch (ProblemException e) {
      if (!(e.problem().code() instanceof Integrity kind)) {
        throw e;
      }
      Violations found = new Violations();
      new IntegrityLookup(operation, next, found).look(drafts);
      throw new IntegrityAnswer(operation.catalog(), checks, found).translated(e, kind, drafts);
    }
  }
}
