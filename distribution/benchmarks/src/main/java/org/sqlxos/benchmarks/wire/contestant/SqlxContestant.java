package org.sqlxos.benchmarks.wire.contestant;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.sqlxos.benchmarks.wire.data.Checksum;
import org.sqlxos.benchmarks.wire.data.Delivery;
import org.sqlxos.benchmarks.wire.data.Expected;
import org.sqlxos.benchmarks.wire.data.Item;
import org.sqlxos.benchmarks.wire.data.Statements;
import org.sqlxos.benchmarks.wire.data.Tables;
import org.sqlxos.benchmarks.wire.work.BlockingWork;
import org.sqlxos.benchmarks.wire.work.Case;
import org.sqlxos.benchmarks.wire.work.Work;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;

/** Ours, through the services that an application gets from the node it embeds. */
final class SqlxContestant implements Contestant {

  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final SqlxNode node;
  private final Statements statements;
  private final SqlxItemReader items;

  private SqlxContestant(SqlxNode node, Tables tables) {
    this.node = node;
    this.statements = tables.server().statements();
    this.items = new SqlxItemReader(tables.server().hasUuid());
  }

  static SqlxContestant start(Tables tables) throws IOException {
    return new SqlxContestant(SqlxNode.start(tables), tables);
  }

  @Override
  public Work prepare(Case benchmark) {
    return switch (benchmark) {
      case Case.Lookup lookup -> pooled(lookup.connections());
      case Case.Flight flight -> flight();
      case Case.Fetch fetch -> fetch();
      case Case.Value value -> value();
      case Case.Batch batch -> batch();
      case Case.Connect connect -> connect();
    };
  }

  private Work pooled(int connections) {
    ConnectedDatabase database = node.database(connections);
    String text = statements.lookup();
    List<ResultColumn> columns = items.lookupColumns();
    return new BlockingWork(
        () -> {},
        () -> {
          int id = ThreadLocalRandom.current().nextInt(Item.COUNT) + 1;
          Deadline deadline = Deadline.in(LIMIT);
          TargetStatement statement = new TargetStatement(text, List.of((long) id), columns, false);
          try (Session session = database.borrow(Access.READ, deadline);
              Cursor cursor = session.query(statement, deadline)) {
            cursor.next();
            Expected.item(id, cursor.getLong(0), cursor.getText(1));
          }
        });
  }

  /** Callers of a pool of one connection, which is theirs to share. */
  private Work flight() {
    return pooled(1);
  }

  private Work fetch() {
    TargetStatement statement =
        new TargetStatement(statements.fetch(), List.of(), items.columns(), false);
    return onSession(
        Access.READ,
        session -> {
          Checksum checksum = new Checksum();
          Utf8View text = new Utf8View();
          try (Cursor cursor = session.query(statement, Deadline.in(LIMIT))) {
            while (cursor.next()) {
              items.read(cursor, text, checksum);
            }
          }
          Expected.allItems(checksum);
        });
  }

  private Work value() {
    TargetStatement statement =
        new TargetStatement(statements.value(), List.of(1L), items.documentColumns(), false);
    return onSession(
        Access.READ,
        session -> {
          try (Cursor cursor = session.query(statement, Deadline.in(LIMIT))) {
            cursor.next();
            Expected.document(cursor.getBytes(0));
          }
        });
  }

  /** One statement with all rows, which is what the JDBC drivers make of a batch. */
  private Work batch() {
    List<Delivery> deliveries = Delivery.batch();
    String text = statements.insertDeliveries(deliveries.size());
    return onSession(
        Access.WRITE,
        session -> {
          List<@Nullable Object> values = new ArrayList<>(3 * deliveries.size());
          for (Delivery delivery : deliveries) {
            values.add((long) delivery.customer());
            values.add(delivery.note());
            values.add(delivery.amount());
          }
          long changed =
              session.execute(
                  new TargetStatement(text, values, List.of(), true), Deadline.in(LIMIT));
          Expected.changed(deliveries.size(), changed);
        });
  }

  private Work connect() {
    WirePack pack = node.pack();
    return new BlockingWork(() -> {}, () -> pack.connect(node.url(), Deadline.in(LIMIT)).close());
  }

  /** On one session that is kept, as the peers keep their connection. */
  private Work onSession(Access access, SessionOperation operation) {
    Session session = node.database(1).borrow(access, Deadline.in(LIMIT));
    return new BlockingWork(session, () -> operation.run(session));
  }

  @FunctionalInterface
  private interface SessionOperation {
    void run(Session session);
  }

  @Override
  public void close() throws IOException {
    node.close();
  }
}
