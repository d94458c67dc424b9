package org.sqlxos.benchmarks.pool;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.database.PooledDatabase;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** Ours, with the pack of the product. */
final class OursContender implements Contender {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final WirePack PACK = pack();

  private final PooledDatabase database;

  OursContender(String url) {
    this.database = PooledDatabase.connect("bench", ConnectionUrl.parse(url), PACK);
  }

  private static WirePack pack() {
    ClassLoader classes = OursContender.class.getClassLoader();
    try (InputStream document = classes.getResourceAsStream("wirepack.json")) {
      return PackEngine.of(
          PackParser.parse(Objects.requireNonNull(document)),
          classes::loadClass,
          new DeadlineWatch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackFaults e) {
      throw new IllegalStateException(e);
    }
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
