package org.sqlxos.catalog.internal.introspect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.internal.relationship.Relationships;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;

/** Asks one database, with the statements of its pack. */
public final class Introspector {

  private static final Map<IntrospectionQuery, List<ResultColumn>> COLUMNS =
      new EnumMap<>(
          Map.of(
              IntrospectionQuery.VERSION, columns("version"),
              IntrospectionQuery.CHANGE_PROBE, columns("probe"),
              IntrospectionQuery.RELATIONS,
                  columns("schema", "name", "kind", "definition", "options", "comment"),
              IntrospectionQuery.COLUMNS,
                  columns(
                      "schema",
                      "relation",
                      "name",
                      "native_type",
                      "nullable",
                      "origin",
                      "default_expression",
                      "comment"),
              IntrospectionQuery.KEYS, columns("schema", "relation", "name", "kind", "column"),
              IntrospectionQuery.FOREIGN_KEYS,
                  columns(
                      "schema",
                      "relation",
                      "name",
                      "column",
                      "target_schema",
                      "target_relation",
                      "target_column",
                      "on_delete",
                      "on_update"),
              IntrospectionQuery.INDEXES,
                  columns(
                      "schema",
                      "relation",
                      "name",
                      "is_unique",
                      "column",
                      "descending",
                      "predicate"),
              IntrospectionQuery.CHECKS, columns("schema", "relation", "name", "expression")));

  private static final Set<IntrospectionQuery> INDISPENSABLE =
      Set.of(IntrospectionQuery.RELATIONS, IntrospectionQuery.COLUMNS);

  private final String database;
  private final PackDescription pack;

  public Introspector(String database, PackDescription pack) {
    this.database = database;
    this.pack = pack;
  }

  /**
   * What was found.
   *
   * @param probe the value of the change probe that goes with it
   */
  public record Introspection(String probe, CatalogSnapshot snapshot) {}

  /** The value that differs once the schema has changed; always the same if the pack has none. */
  public String probe(Session session, Deadline deadline) {
    return single(session, IntrospectionQuery.CHANGE_PROBE, deadline);
  }

  /**
   * Describes the database. All questions are asked in one transaction, so that the answers belong
   * together; the probe comes first, so that a change which a database lets in all the same is
   * noticed next time.
   */
  public Introspection introspect(Session session, Deadline deadline) {
    session.begin(Access.READ, deadline);
    try {
      String probe = probe(session, deadline);
      String version = single(session, IntrospectionQuery.VERSION, deadline);
      Map<IntrospectionQuery, List<Row>> answers = new EnumMap<>(IntrospectionQuery.class);
      for (IntrospectionQuery query : IntrospectionQuery.values()) {
        answers.put(query, rows(session, query, deadline));
      }
      return new Introspection(probe, snapshot(version, answers));
    } finally {
      session.rollback();
    }
  }

  private CatalogSnapshot snapshot(String version, Map<IntrospectionQuery, List<Row>> answers) {
    Database model =
        new Database(
            database,
            pack.product(),
            version,
            pack.defaultSchema(),
            new SchemaModel(pack, answers).schemas());
    return new CatalogSnapshot(
        model, Fingerprint.of(model), Instant.now(), Relationships.of(model));
  }

  private String single(Session session, IntrospectionQuery query, Deadline deadline) {
    List<Row> rows = rows(session, query, deadline);
    return rows.isEmpty() ? "" : rows.getFirst().optional(0).orElse("");
  }

  private List<Row> rows(Session session, IntrospectionQuery query, Deadline deadline) {
    Optional<String> text = pack.statement(query);
    if (text.isEmpty()) {
      if (INDISPENSABLE.contains(query)) {
        throw CatalogProblem.STATEMENT_MISSING.problem(
            "The pack \"%s\" has no statement %s.".formatted(pack.name(), query));
      }
      return List.of();
    }
    List<ResultColumn> columns = COLUMNS.getOrDefault(query, List.of());
    List<Row> rows = new ArrayList<>();
    TargetStatement statement = new TargetStatement(text.get(), List.of(), columns, false);
    try (Cursor cursor = session.query(statement, deadline)) {
      while (cursor.next()) {
        List<Optional<String>> values = new ArrayList<>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
          values.add(value(cursor, i));
        }
        rows.add(new Row(query, values));
      }
    }
    return rows;
  }

  private static Optional<String> value(Cursor cursor, int column) {
    return switch (cursor.kind(column)) {
      case NULL -> Optional.empty();
      case BOOLEAN -> Optional.of(cursor.getBoolean(column) ? "1" : "0");
      case INTEGER -> Optional.of(Long.toString(cursor.getLong(column)));
      case FLOAT -> Optional.of(Double.toString(cursor.getDouble(column)));
      case DECIMAL, TEXT, JSON -> Optional.of(cursor.getText(column));
      case BYTES ->
          Optional.of(new String(cursor.getBytes(column), java.nio.charset.StandardCharsets.UTF_8));
    };
  }

  private static List<ResultColumn> columns(String... names) {
    List<ResultColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(new ResultColumn(name, UniversalType.ANY));
    }
    return columns;
  }
}
