package org.sqlxos.benchmarks.pool;

import java.time.Duration;
import java.util.List;
import org.sqlxos.benchmarks.ProductPack;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.database.PooledDatabase;

/** Ours, with the pack of the product. */
final class OursContender implements Contender {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final WirePack PACK = ProductPack.of("postgresql");

  private final PooledDatabase database;

  OursContender(String url) {
    this.database = PooledDatabase.connect("bench", ConnectionUrl.parse(url), PACK);
  }

  PooledDatabase database() {
    return database;
  }

  @Override
  public void run(String statement) {
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement target = new TargetStatement(statement, List.of(), List.of(), false);
    try (Session session = database.borrow(Access.READ, statement, deadline);
        Cursor rows = session.query(target, deadline)) {
      rows.next();
    }
  }

  @Override
  public void close() {
    database.drain();
  }
}
