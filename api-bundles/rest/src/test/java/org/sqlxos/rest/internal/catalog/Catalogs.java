package org.sqlxos.rest.internal.catalog;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Relationship;
import org.sqlxos.catalog.api.Relationship.Cardinality;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** A small database for tests: authors, their posts, ratings with a key of two columns, a view. */
public final class Catalogs {

  public static final UniversalType INTEGER = new IntegerType(64);

  private Catalogs() {}

  public static CatalogSnapshot blog() {
    return blog("blog");
  }

  public static CatalogSnapshot blog(String name) {
    List<Relation> relations = List.of(authors(), log(), posts(), ratings(), titles());
    Schema main = new Schema("main", relations);
    Database database = new Database(name, "Memory", "1", "main", List.of(main));
    return new CatalogSnapshot(
        database,
        "f1",
        Instant.EPOCH,
        List.of(
            new Relationship(
                "author",
                name("posts"),
                name("authors"),
                List.of("author_id"),
                List.of("id"),
                Cardinality.ONE),
            new Relationship(
                "posts",
                name("authors"),
                name("posts"),
                List.of("id"),
                List.of("author_id"),
                Cardinality.MANY)));
  }

  public static RelationName name(String table) {
    return new RelationName("main", table);
  }

  public static Table authors() {
    return table(
        "authors",
        List.of(
            column("id", INTEGER, false, Origin.IDENTITY),
            column("name", new TextType(40), false, Origin.STORED),
            column("email", UniversalType.TEXT, true, Origin.STORED),
            column("born", Simple.DATE, true, Origin.STORED),
            column("shout", UniversalType.TEXT, true, Origin.GENERATED)),
        List.of("id"),
        List.of(new Check("c1", "length(\"name\") >= 2 AND length(name) <= 30")));
  }

  public static Table posts() {
    return table(
        "posts",
        List.of(
            column("id", INTEGER, false, Origin.IDENTITY),
            column("author_id", INTEGER, true, Origin.STORED),
            column("title", UniversalType.TEXT, false, Origin.STORED),
            column("status", UniversalType.TEXT, false, Origin.STORED),
            column("price", DecimalType.of(10, 2), true, Origin.STORED),
            column("cover", new UniversalType.BytesType(100), true, Origin.STORED),
            column("meta", Simple.JSON, true, Origin.STORED),
            column("page", INTEGER, true, Origin.STORED),
            column("created_at", new TimestampType(3, true), true, Origin.STORED)),
        List.of("id"),
        List.of(
            new Check("c1", "status IN ('draft', 'it''s out')"),
            new Check("c2", "price > 0 AND (price <= 1000)"),
            new Check("c3", "page BETWEEN 1 AND 9 AND page <> 5")));
  }

  private static Table ratings() {
    return table(
        "ratings",
        List.of(
            column("post", UniversalType.TEXT, false, Origin.STORED),
            column("reader", UniversalType.TEXT, false, Origin.STORED),
            column("stars", new IntegerType(8), true, Origin.STORED)),
        List.of("post", "reader"),
        List.of());
  }

  private static Table log() {
    return table(
        "log",
        List.of(column("line", UniversalType.TEXT, true, Origin.STORED)),
        List.of(),
        List.of());
  }

  private static View titles() {
    return new View(
        name("titles"),
        List.of(column("title", UniversalType.TEXT, true, Origin.STORED)),
        Optional.empty(),
        Optional.of("All titles"));
  }

  public static Column column(String name, UniversalType type, boolean nullable, Origin origin) {
    return new Column(name, type, "", nullable, origin, Optional.empty(), Optional.empty());
  }

  public static Table table(
      String name, List<Column> columns, List<String> key, List<Check> checks) {
    return new Table(
        name(name),
        columns,
        key.isEmpty() ? Optional.empty() : Optional.of(new Key("pk", key)),
        List.of(),
        List.of(),
        checks,
        List.of(),
        Set.of(),
        Optional.empty());
  }
}
