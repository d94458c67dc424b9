package org.sqlxos.launcher;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ChangeCapture;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/** What a database has in it so that it tells of changes; each act is one transaction. */
final class ChangeTriggers implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final List<ResultColumn> PLACE =
      List.of(
          new ResultColumn("schema", UniversalType.TEXT),
          new ResultColumn("name", UniversalType.TEXT));

  private final Workbench bench;
  private final CatalogSnapshot catalog;
  private final ConnectedDatabase database;
  private final ChangeCapture capture;

  private ChangeTriggers(Workbench bench, CatalogSnapshot catalog, ConnectedDatabase database) {
    this.bench = bench;
    this.catalog = catalog;
    this.database = database;
    this.capture =
        database
            .pack()
            .changes()
            .orElseThrow(
                () ->
                    StartProblem.WRONG_VALUE.problem(
                        "%s does not tell of changes by itself; they are polled for."
                            .formatted(database.pack().product())));
  }

  static ChangeTriggers of(String url) {
    Workbench bench = Workbench.open(Optional.empty(), url);
    try {
      String name = DevCommand.nameOf(url);
      CatalogSnapshot catalog = new DatabaseCheck(bench.node()).require(name, url);
      ConnectedDatabase database =
          bench
              .node()
              .service(ConnectedDatabase.class, "(" + LiveCatalog.DATABASE + "=" + name + ")")
              .orElseThrow(() -> new IllegalStateException("what was checked is there"));
      return new ChangeTriggers(bench, catalog, database);
    } catch (RuntimeException e) {
      bench.close();
      throw e;
    }
  }

  String pathName(RelationName table) {
    return catalog.pathName(table);
  }

  /**
   * The tables of some names; of no names all that have a primary key.
   *
   * @param names as in paths
   */
  List<RelationName> tables(List<String> names) {
    if (names.isEmpty()) {
      return catalog.relations().stream()
          .filter(relation -> relation instanceof Table && relation.identity().isPresent())
          .map(Relation::name)
          .toList();
    }
    List<RelationName> tables = new ArrayList<>();
    for (String name : names) {
      tables.add(
          catalog
              .relation(name)
              .filter(relation -> relation instanceof Table && relation.identity().isPresent())
              .map(Relation::name)
              .orElseThrow(
                  () ->
                      StartProblem.WRONG_VALUE.problem(
                          "There is no table \"" + name + "\" with a primary key.")));
    }
    return tables;
  }

  /** Has changes of these tables told. */
  List<RelationName> install(List<RelationName> tables) {
    change(
        session -> {
          capture.install().forEach(statement -> run(session, statement, List.of()));
          tables.forEach(table -> run(session, capture.watch(), place(table)));
        });
    return tables;
  }

  /** Has them told no longer. */
  void remove(List<RelationName> tables) {
    List<RelationName> there = installed();
    change(
        session ->
            tables.stream()
                .filter(there::contains)
                .forEach(table -> run(session, capture.unwatch(), place(table))));
  }

  /** Leaves nothing behind. */
  void removeAll() {
    change(session -> capture.remove().forEach(statement -> run(session, statement, List.of())));
  }

  /** The tables that changes are told of. */
  List<RelationName> installed() {
    Deadline deadline = Deadline.in(LIMIT);
    TargetStatement watched = new TargetStatement(capture.watched(), List.of(), PLACE, false);
    List<RelationName> tables = new ArrayList<>();
    try (Session session = database.borrow(Access.READ, deadline);
        Cursor rows = session.query(watched, deadline)) {
      while (rows.next()) {
        tables.add(new RelationName(rows.getText(0), rows.getText(1)));
      }
    }
    return tables;
  }

  private static List<Object> place(RelationName table) {
    return List.of(table.schema(), table.name());
  }

  private void change(Consumer<Session> work) {
    Deadline deadline = Deadline.in(LIMIT);
    try (Session session = database.borrow(Access.WRITE, deadline)) {
      session.begin(Access.WRITE, deadline);
      work.accept(session);
      session.commit(deadline);
    }
  }

  private static void run(Session session, String statement, List<Object> parameters) {
    Deadline deadline = Deadline.in(LIMIT);
    session.execute(
        new TargetStatement(statement, List.copyOf(parameters), List.of(), true), deadline);
  }

  @Override
  public void close() {
    bench.close();
  }
}
