package org.sqlxos.catalog.internal.relationship;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;

/**
 * Names both ends of every foreign key.
 *
 * <p>Each end asks for a short name. Where two ask for the same one, or it is the name of a column,
 * all that asked for it get a long name, which tells the columns; where even these meet, numbers
 * decide. Nothing depends on the order in which a database lists its keys: they are sorted by what
 * they are.
 */
public final class Relationships {

  private final Map<RelationName, Relation> relations = new HashMap<>();

  private Relationships(Database database) {
    for (Schema schema : database.schemas()) {
      schema.relations().forEach(relation -> relations.put(relation.name(), relation));
    }
  }

  /** All relationships of a database, both directions of each foreign key whose target exists. */
  public static List<Relationship> of(Database database) {
    return new Relationships(database).named();
  }

  private List<Relationship> named() {
    Map<String, List<End>> byRelation = new TreeMap<>();
    for (Relation relation : relations.values()) {
      if (relation instanceof Table table) {
        for (ForeignKey key : table.foreignKeys()) {
          if (resolvable(table, key)) {
            add(byRelation, End.forward(table, key));
            add(byRelation, End.backward(table, key, cardinality(table, key)));
          }
        }
      }
    }
    List<Relationship> named = new ArrayList<>();
    byRelation.values().forEach(ends -> named.addAll(named(ends)));
    return named;
  }

  private static void add(Map<String, List<End>> byRelation, End end) {
    byRelation.computeIfAbsent(end.from().toString(), ignored -> new ArrayList<>()).add(end);
  }

  private boolean resolvable(Table table, ForeignKey key) {
    Relation target = relations.get(key.target());
    return target != null
        && key.columns().stream().allMatch(column -> table.column(column).isPresent())
        && key.targetColumns().stream().allMatch(column -> target.column(column).isPresent());
  }

  // As many rows as can have equal values in the referencing columns.
  private static Cardinality cardinality(Table table, ForeignKey key) {
    Set<String> columns = Set.copyOf(key.columns());
    boolean unique =
        table.primaryKey().filter(primary -> columns.containsAll(primary.columns())).isPresent()
            || table.uniqueKeys().stream().anyMatch(other -> columns.containsAll(other.columns()));
    return unique ? Cardinality.ONE : Cardinality.MANY;
  }

  private List<Relationship> named(List<End> ends) {
    List<End> sorted = ends.stream().sorted().toList();
    Set<String> taken = columnsOf(sorted.getFirst().from());
    Map<String, Integer> wishes = new HashMap<>();
    for (End end : sorted) {
      wishes.merge(folded(end.shortName()), 1, Integer::sum);
    }
    List<Relationship> named = new ArrayList<>();
    List<End> ambiguous = new ArrayList<>();
    for (End end : sorted) {
      String wish = folded(end.shortName());
      if (!taken.contains(wish) && wishes.getOrDefault(wish, 0) == 1) {
        named.add(end.named(end.shortName()));
      } else {
        ambiguous.add(end);
      }
    }
    named.forEach(relationship -> taken.add(folded(relationship.name())));
    for (End end : ambiguous) {
      String name = end.longName();
      for (int i = 2; !taken.add(folded(name)); i++) {
        name = end.longName() + "_" + i;
      }
      named.add(end.named(name));
    }
    return named;
  }

  private Set<String> columnsOf(RelationName name) {
    Set<String> columns = new HashSet<>();
    Relation relation = relations.get(name);
    if (relation != null) {
      relation.columns().forEach(column -> columns.add(folded(column.name())));
    }
    return columns;
  }

  // Names that differ in nothing but case would be a trap for whoever writes them.
  private static String folded(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
