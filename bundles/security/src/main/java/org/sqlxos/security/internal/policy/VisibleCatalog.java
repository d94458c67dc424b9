package org.sqlxos.security.internal.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Rights;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.TextIndex;
import org.sqlxos.catalog.api.View;

/**
 * Cuts out of a catalog what somebody has rights on. Keys, checks and relationships stay only where
 * all that they speak of is seen.
 */
final class VisibleCatalog {

  private final CatalogSnapshot whole;
  private final Map<RelationName, Rights> rights;
  private final List<Routine> callable;

  VisibleCatalog(CatalogSnapshot whole, Map<RelationName, Rights> rights, List<Routine> callable) {
    this.whole = whole;
    this.rights = rights;
    this.callable = callable;
  }

  CatalogSnapshot part() {
    Database database = whole.database();
    List<Schema> schemas =
        database.schemas().stream()
            .map(schema -> new Schema(schema.name(), relations(schema), routines(schema)))
            .filter(schema -> !schema.relations().isEmpty() || !schema.routines().isEmpty())
            .toList();
    Database seen =
        new Database(
            database.name(),
            database.product(),
            database.version(),
            database.defaultSchema(),
            schemas,
            database.callable());
    return whole.part(seen, fingerprint(), relationships(), rights);
  }

  private List<Routine> routines(Schema schema) {
    return schema.routines().stream().filter(callable::contains).toList();
  }

  private List<Relation> relations(Schema schema) {
    return schema.relations().stream().flatMap(relation -> seen(relation).stream()).toList();
  }

  private Optional<Relation> seen(Relation relation) {
    Set<String> names = names(relation.name());
    List<Column> columns =
        relation.columns().stream().filter(column -> names.contains(column.name())).toList();
    if (columns.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (relation) {
          case Table table -> table(table, columns, names);
          case View view ->
              new View(
                  view.name(),
                  columns,
                  Optional.empty(),
                  view.changes(),
                  view.comment(),
                  searched(view, names));
        });
  }

  private Table table(Table table, List<Column> columns, Set<String> names) {
    boolean all = columns.size() == table.columns().size();
    return new Table(
        table.name(),
        columns,
        table.primaryKey().filter(key -> names.containsAll(key.columns())),
        table.uniqueKeys().stream().filter(key -> names.containsAll(key.columns())).toList(),
        table.foreignKeys().stream()
            .filter(
                key ->
                    names.containsAll(key.columns())
                        && names(key.target()).containsAll(key.targetColumns()))
            .toList(),
        all ? table.checks() : List.of(),
        all ? table.indexes() : List.of(),
        table.options(),
        table.comment(),
        searched(table, names));
  }

  private static List<TextIndex> searched(Relation relation, Set<String> names) {
    return relation.textIndexes().stream()
        .filter(index -> names.containsAll(index.columns()))
        .toList();
  }

  /** The columns that may be read; of a relation that may not be, all that may be written. */
  private Set<String> names(RelationName relation) {
    Set<String> names = new HashSet<>();
    Rights given = rights.get(relation);
    if (given != null && given.permit(Permission.READ)) {
      names.addAll(given.columns().getOrDefault(Permission.READ, Set.of()));
    } else if (given != null) {
      given.columns().values().forEach(names::addAll);
    }
    return names;
  }

  /** Those whose columns may be read at both ends. */
  private List<Relationship> relationships() {
    List<Relationship> seen = new ArrayList<>();
    for (RelationName relation : rights.keySet()) {
      for (Relationship each : whole.relationships(relation)) {
        if (readable(each.from(), each.columns()) && readable(each.to(), each.targetColumns())) {
          seen.add(each);
        }
      }
    }
    return seen;
  }

  private boolean readable(RelationName relation, Collection<String> columns) {
    Rights given = rights.get(relation);
    return given != null
        && columns.stream().allMatch(column -> given.permit(Permission.READ, column));
  }

  private String fingerprint() {
    Map<String, String> told = new TreeMap<>();
    rights.forEach(
        (relation, given) ->
            given
                .columns()
                .forEach(
                    (permission, columns) ->
                        told.put(relation + " " + permission, new TreeSet<>(columns).toString())));
    rights.forEach(
        (relation, given) -> told.put(relation + " every row", String.valueOf(given.everyRow())));
    for (Routine routine : callable) {
      told.merge("call " + routine.name(), "1", String::concat);
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((whole.fingerprint() + told).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
