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
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;

/** Asks one database, with the statements of its pack. */
public final class Introspector {

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
   * Describes the database. All questions are asked in one transaction where there are any, so that
   * the answers belong together; the probe comes first, so that a change which a database lets in
   * all the same is noticed next time.
   */
  public Introspection introspect(Session session, Deadline deadline) {
    if (pack.transactional()) {
      session.begin(Access.READ, deadline);
    }
    try {
      String probe = probe(session, deadline);
      String version = single(session, IntrospectionQuery.VERSION, deadline);
      Map<IntrospectionQuery, List<Row>> answers = new EnumMap<>(IntrospectionQuery.class);
      for (IntrospectionQuery query : IntrospectionQuery.values()) {
        answer(session, query, deadline).ifPresent(rows -> answers.put(query, rows));
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
            new SchemaModel(pack, answers).schemas(),
            answers.containsKey(IntrospectionQuery.ROUTINES));
    return new CatalogSnapshot(
        model, Fingerprint.of(model), Instant.now(), Relationships.of(model));
  }

  private String single(Session session, IntrospectionQuery query, Deadline deadline) {
    return answer(session, query, deadline).stream()
        .flatMap(List::stream)
        .findFirst()
        .flatMap(row -> row.optional(0))
        .orElse("");
  }

  private Optional<List<Row>> answer(Session session, IntrospectionQuery query, Deadline deadline) {
    Optional<Cursor> told = session.describe(query, deadline);
    if (told.isEmpty() && INDISPENSABLE.contains(query)) {
      throw CatalogProblem.STATEMENT_MISSING.problem(
          "The pack \"%s\" has no statement %s.".formatted(pack.name(), query));
    }
    return told.map(cursor -> rows(query, cursor));
  }

  private static List<Row> rows(IntrospectionQuery query, Cursor cursor) {
    int columns = query.columns().size();
    List<Row> rows = new ArrayList<>();
    try (cursor) {
      while (cursor.next()) {
        List<Optional<String>> values = new ArrayList<>(columns);
        for (int i = 0; i < columns; i++) {
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
}
