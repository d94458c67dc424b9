package org.sqlxos.planner.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.Sql;
import org.sqlxos.stage.api.Chain;
import org.sqlxos.stage.api.Phase;
import org.sqlxos.stage.api.Stage;
import org.sqlxos.type.api.UniversalType.IntegerType;

/**
 * Turns the text of a statement into a structured one before anything is decided about it, so that
 * row filters, contracts and limits hold for it as for any other, on every database. What is more
 * than simple is refused (SQLX508).
 */
@Component(service = Stage.class)
public final class SqlParseStage implements Stage {

  private final SqlTexts texts = new SqlTexts();

  @Activate
  public SqlParseStage() {}

  @Override
  public Phase phase() {
    return Phase.PARSE;
  }

  @Override
  public Outcome apply(Operation operation, Chain next) {
    if (operation.target().isPresent() || !(operation.statement() instanceof Sql sql)) {
      return next.proceed(operation);
    }
    SqlReading reading =
        new SqlReader(operation.catalog(), new SqlValues(sql.parameters()))
            .read(texts.parse(sql.text()));
    return switch (reading) {
      case SqlReading.Rows rows -> rows(next.proceed(operation.withStatement(rows.query())), rows);
      case SqlReading.Count count ->
          count(next.proceed(operation.withStatement(count.query())), count);
      case SqlReading.Change change -> next.proceed(operation.withStatement(change.mutation()));
    };
  }

  private static Outcome rows(Outcome outcome, SqlReading.Rows reading) {
    if (!(outcome instanceof Outcome.Rows rows)) {
      return outcome;
    }
    List<ResultColumn> columns = new ArrayList<>();
    for (int i = 0; i < reading.names().size(); i++) {
      ResultColumn column = rows.columns().get(reading.places().get(i));
      columns.add(new ResultColumn(reading.names().get(i), column.type()));
    }
    return new Outcome.Rows(
        columns, new ChosenColumns(rows.cursor(), reading.places()), rows.total());
  }

  private static Outcome count(Outcome outcome, SqlReading.Count reading) {
    if (!(outcome instanceof Outcome.Rows rows)) {
      return outcome;
    }
    try (rows) {
      while (rows.cursor().next()) {
        // None is wanted; a total is known only behind them.
        continue;
      }
      OptionalLong total = rows.total().value();
      return new Outcome.Rows(
          List.of(new ResultColumn(reading.name(), new IntegerType(64))),
          new OneNumber(
              total.orElseThrow(
                  () ->
                      SqlNames.more("This database would have to look at all its data to count"))),
          Outcome.Total.UNKNOWN);
    }
  }
}
