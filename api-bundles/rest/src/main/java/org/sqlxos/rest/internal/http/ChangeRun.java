package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.rest.internal.write.Change;

/** Runs a change in one transaction and has its reply written. */
final class ChangeRun {

  private ChangeRun() {}

  static void run(Exchange exchange, CatalogSnapshot catalog, Change change) throws IOException {
    List<Statement> statements = change.statements();
    boolean single = statements.size() == 1 && !change.judged();
    Statement statement = single ? statements.getFirst() : new Batch(statements, change::judge);
    try (Outcome outcome = exchange.run(catalog, statement)) {
      List<Outcome> outcomes = single ? List.of(outcome) : outcomes(outcome);
      exchange
          .answer()
          .reply(change.reply(outcomes), exchange.prefer().applied(), () -> drain(outcomes));
    }
  }

  static List<Outcome> outcomes(Outcome outcome) {
    if (outcome instanceof Outcome.Several several) {
      return several.outcomes();
    }
    throw new IllegalStateException("several outcomes expected");
  }

  /** A mutation is done only when all rows that it returns have been taken. */
  static void drain(List<Outcome> outcomes) {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Rows rows) {
        while (rows.cursor().next()) {
          // Nobody asked for it.
        }
        rows.close();
      }
    }
  }
}
