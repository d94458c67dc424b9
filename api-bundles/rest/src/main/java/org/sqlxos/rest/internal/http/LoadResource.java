package org.sqlxos.rest.internal.http;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Mutation.OnConflict;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.load.Load;
import org.sqlxos.rest.internal.load.LoadFormat;
import org.sqlxos.rest.internal.request.ListRequestReader;
import org.sqlxos.rest.internal.request.Target;
import org.sqlxos.rest.internal.response.Reply;
import org.sqlxos.rest.internal.write.NewRows;

/** Rows that stream in: all of them are written, or none. */
final class LoadResource {

  private LoadResource() {}

  static void run(Exchange exchange, Target.Rows target, LoadFormat format) throws IOException {
    Relation relation = target.relation();
    List<String> key = ListRequestReader.conflictKey(exchange.parameters(), relation);
    Optional<OnConflict> conflict =
        exchange
            .prefer()
            .resolution()
            .map(resolution -> NewRows.conflict(relation, key, resolution));
    Load load =
        Load.of(
            format,
            exchange.request().getInputStream(),
            exchange.limits().bodyMaxBytes(),
            relation,
            conflict);
    try (Outcome _ = exchange.runLong(target.site().catalog(), load.series())) {
      Reply reply = Reply.of(201, json -> json.writeNumberField("rows", load.rows()));
      exchange.answer().reply(reply, exchange.prefer().applied(), () -> {});
    } catch (ProblemException e) {
      throw load.named(e);
    }
  }
}
