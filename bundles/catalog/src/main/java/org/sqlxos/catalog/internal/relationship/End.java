package org.sqlxos.catalog.internal.relationship;

import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Table;

/**
 * A foreign key seen from one of its ends, not named yet.
 *
 * @param shortName the name it would like
 * @param longName the name it gets where the short one is taken
 * @param unnamed all the rest
 * @param key the foreign key's name
 */
record End(String shortName, String longName, Relationship unnamed, String key)
    implements Comparable<End> {

  /** {@code author_id}, {@code author_uuid}, {@code authorId}: what remains is a name. */
  private static final Pattern STEM =
      Pattern.compile("(.+?)(?:_(?i:id|uuid|guid|fk)|(?<=[a-z0-9])(?:Id|ID|Uuid|UUID|Guid|GUID))");

  private static final Comparator<End> ORDER =
      Comparator.comparing((End end) -> end.longName())
          .thenComparing(end -> end.unnamed().to().toString())
          .thenComparing(end -> String.join("\0", end.unnamed().columns()))
          .thenComparing(End::key);

  /** From the referencing table. */
  static End forward(Table table, ForeignKey key) {
    String target = key.target().name();
    String shortName = target;
    if (key.columns().size() == 1) {
      Matcher stem = STEM.matcher(key.columns().getFirst());
      shortName = stem.matches() ? stem.group(1) : target;
    }
    Relationship unnamed =
        new Relationship(
            "", table.name(), key.target(), key.columns(), key.targetColumns(), Cardinality.ONE);
    return new End(shortName, longName(target, key.columns()), unnamed, key.name());
  }

  /** From the referenced table. */
  static End backward(Table table, ForeignKey key, Cardinality cardinality) {
    Relationship unnamed =
        new Relationship(
            "", key.target(), table.name(), key.targetColumns(), key.columns(), cardinality);
    String name = table.name().name();
    return new End(name, longName(name, key.columns()), unnamed, key.name());
  }

  private static String longName(String relation, List<String> columns) {
    return relation + "_by_" + String.join("_", columns);
  }

  RelationName from() {
    return unnamed.from();
  }

  Relationship named(String name) {
    return new Relationship(
        name,
        unnamed.from(),
        unnamed.to(),
        unnamed.columns(),
        unnamed.targetColumns(),
        unnamed.cardinality());
  }

  @Override
  public int compareTo(End other) {
    return ORDER.compare(this, other);
  }
}
