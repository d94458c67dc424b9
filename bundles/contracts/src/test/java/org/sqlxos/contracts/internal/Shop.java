package org.sqlxos.contracts.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Column.Origin;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.ForeignKey;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Schema;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.type.api.UniversalType;

/** Two tables with a bit of everything. */
final class Shop {

  static final RelationName AUTHOR = new RelationName("main", "author");
  static final RelationName BOOK = new RelationName("main", "book");

  private static final CatalogSnapshot CATALOG =
      new CatalogSnapshot(
          new Database(
              "shop", "Fake", "1", "main", List.of(new Schema("main", List.of(author(), book())))),
          "f1",
          Instant.EPOCH,
          List.of());

  private Shop() {}

  static Operation operation(Statement statement) {
    return new Operation(
        "1", statement, Caller.ANONYMOUS, CATALOG, Deadline.in(Duration.ofMinutes(1)));
  }

  private static Table author() {
    return new Table(
        AUTHOR,
        List.of(column("id", "integer(64)", Origin.IDENTITY, false, null)),
        Optional.of(new Key("author_pkey", List.of("id"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Table book() {
    ForeignKey author =
        new ForeignKey(
            "book_author_id_fkey",
            List.of("author_id"),
            AUTHOR,
            List.of("id"),
            ForeignKey.Action.NO_ACTION,
            ForeignKey.Action.NO_ACTION);
    return new Table(
        BOOK,
        List.of(
            column("id", "integer(64)", Origin.IDENTITY, false, null),
            column("isbn", "text(20)", Origin.STORED, false, null),
            column("title", "text", Origin.STORED, true, null),
            column("label", "text", Origin.GENERATED, true, null),
            column("price", "decimal(8,2)", Origin.STORED, true, null),
            column("old_price", "decimal(8,2)", Origin.STORED, true, null),
            column("stock", "integer(32)", Origin.STORED, true, null),
            column("low", "integer(32)", Origin.STORED, true, "0"),
            column("high", "integer(32)", Origin.STORED, true, "1"),
            column("state", "enum('new','used')", Origin.STORED, false, "'new'"),
            column("published", "date", Origin.STORED, true, null),
            column("author_id", "integer(64)", Origin.STORED, true, null)),
        Optional.of(new Key("book_pkey", List.of("id"))),
        List.of(new Key("book_isbn_key", List.of("isbn"))),
        List.of(author),
        List.of(
            new Check("positive_stock", "stock >= 0"),
            new Check("book_check_2", "price < old_price"),
            new Check("book_check_3", "low < high"),
            new Check("book_check_9", "something_else(isbn)")),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Column column(
      String name, String type, Origin origin, boolean nullable, String defaultExpression) {
    return new Column(
        name,
        UniversalType.parse(type),
        "",
        nullable,
        origin,
        Optional.ofNullable(defaultExpression),
        Optional.empty());
  }
}
