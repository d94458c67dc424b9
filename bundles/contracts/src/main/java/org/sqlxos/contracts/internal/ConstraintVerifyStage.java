package org.sqlxos.contracts.internal;

import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.sqlxos.contracts.internal.check.CheckCache;
import org.sqlxos.contracts.internal.format.Formats;
import org.sqlxos.contracts.internal.lookup.IntegrityAnswer;
import org.sqlxos.contracts.internal.lookup.IntegrityLookup;
import org.sqlxos.contracts.internal.report.ContractProblem;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.statement.CallVerifier;
import org.sqlxos.contracts.internal.statement.Draft;
import org.sqlxos.contracts.internal.statement.MutationVerifier;
import org.sqlxos.contracts.internal.statement.QueryVerifier;
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
@Component(service = Stage.class, configurationPid = ContractsConfiguration.PID)
@Designate(ocd = ContractsConfiguration.class)
public final class ConstraintVerifyStage implements Stage {

  private final CheckCache checks = new CheckCache();

  private final Formats formats;

  /** Called by Declarative Services. */
  @Activate
  public ConstraintVerifyStage(ContractsConfiguration configuration) {
    this(Formats.read(configuration.formats_guess(), configuration.formats_columns()));
  }

  ConstraintVerifyStage(Formats formats) {
    this.formats = formats;
  }

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
      case Call call -> {
        Violations violations = new Violations();
        Call verified = new CallVerifier(operation.catalog(), violations).verify(call);
        refuse(violations);
        yield next.proceed(operation.withStatement(verified));
      }
      case Batch batch -> batch(operation, next, batch);
      case Series series ->
          next.proceed(operation.withStatement(series.map(insert -> verified(operation, insert))));
      case Locked locked -> next.proceed(operation.withStatement(verified(operation, locked)));
      case Sql ignored -> next.proceed(operation);
      case Command ignored -> next.proceed(operation);
    };
  }

  private MutationVerifier verifier(Operation operation, Violations violations) {
    return new MutationVerifier(operation.catalog(), checks, formats, violations);
  }

  private static Locked verified(Operation operation, Locked locked) {
    return new Locked(new QueryVerifier(operation.catalog()).query(locked.query()));
  }

  /** One of a series: what is wrong is told before the next one is made. */
  private Mutation.Insert verified(Operation operation, Mutation.Insert insert) {
    Violations violations = new Violations();
    Draft draft = verifier(operation, violations).verify(insert, "");
    refuse(violations);
    return (Mutation.Insert) draft.mutation();
  }

  private static void refuse(Violations violations) {
    if (!violations.isEmpty()) {
      throw new ProblemException(
          Problem.of(ContractProblem.DATA_INVALID, violations.summary())
              .withViolations(violations.list()));
    }
  }

  private Outcome batch(Operation operation, Chain next, Batch batch) {
    Violations violations = new Violations();
    List<Statement> statements = new ArrayList<>(batch.statements().size());
    List<Draft> drafts = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Statement statement : batch.statements()) {
      int place = statements.size();
      switch (statement) {
        case Mutation mutation -> {
          Draft draft = verifier(operation, violations).verify(mutation, "/" + place);
          drafts.add(draft);
          places.add(place);
          statements.add(draft.mutation());
        }
        case Query query -> statements.add(new QueryVerifier(operation.catalog()).query(query));
        case Locked locked -> statements.add(verified(operation, locked));
        case Call _, Batch _, Series _, Sql _, Command _ -> statements.add(statement);
      }
    }
    Operation verified = operation.withStatement(batch.withStatements(statements));
    try {
      return change(verified, next, violations, drafts);
    } catch (StatementFailure failure) {
      int draft = places.indexOf(failure.statement());
      if (draft < 0) {
        throw failure;
      }
      // Only what has failed is what the database spoke of.
      Problem problem =
          translated(verified, next, failure, drafts, List.of(drafts.get(draft))).problem();
      throw new StatementFailure(failure.statement(), problem, failure);
    }
  }

  private Outcome change(
      Operation operation, Chain next, Violations violations, List<Draft> drafts) {
    if (!violations.isEmpty()) {
      new IntegrityLookup(operation, next, violations).look(drafts);
      refuse(violations);
    }
    try {
      return next.proceed(operation);
    } catch (StatementFailure e) {
      throw e;
    } catch (ProblemException e) {
      throw translated(operation, next, e, drafts, drafts);
    }
  }

  /** An integrity error in the words of the request; any other problem as it is. */
  private ProblemException translated(
      Operation operation,
      Chain next,
      ProblemException refusal,
      List<Draft> drafts,
      List<Draft> failed) {
    if (!(refusal.problem().code() instanceof Integrity kind)) {
      return refusal;
    }
    Violations found = new Violations();
    new IntegrityLookup(operation, next, found).look(drafts);
    return new IntegrityAnswer(operation.catalog(), checks, found)
        .translated(refusal, kind, failed);
  }
}
