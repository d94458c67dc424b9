package org.sqlxos.wirepack.mongodb.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.testkit.server.MongodbServer;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** A filter is true of the same rows as in SQL: SQLite answers beside, on the same rows. */
class FilterAnswersIT {

  private static final long SEED = 20261121;
  private static final int FILTERS = 400;
  private static final List<String> TEXTS =
      List.of("", "a", "ab", "A", "a.b", "a\nb", "^a$", "50%", "a\\b", "[x]", "ü");
  private static final List<String> PATTERNS =
      List.of("*", "a*", "*b", "a.b", "a*b", "^a$", "*%*", "a\\*", "[x]", "", "*\n*");
  private static final RelationName NAME = new RelationName("", "facts");

  private final Random random = new Random(SEED);

  @Test
  void everyFilterFindsWhatSqlFinds() throws Exception {
    try (MongodbServer server = MongodbServer.start();
        Session session = connect(server.url("filters"));
        Connection sqlite = DriverManager.getConnection("jdbc:sqlite::memory:")) {
      fill(server, sqlite);
      int found = 0;
      for (int i = 0; i < FILTERS; i++) {
        Filter filter = filter(3);
        List<Long> expected = sqlite(sqlite, filter);
        assertEquals(expected, ours(session, filter), filter::toString);
        found += expected.isEmpty() ? 0 : 1;
      }
      assertTrue(found > FILTERS / 4, "most filters would find nothing");
    }
  }

  private static Session connect(String url) throws IOException, PackFaults {
    try (InputStream document = Files.newInputStream(Path.of("src/main/resources/wirepack.json"))) {
      return PackEngine.of(
              PackParser.parse(document),
              FilterAnswersIT.class.getClassLoader()::loadClass,
              new DeadlineWatch())
          .connect(ConnectionUrl.parse(url), Sessions.soon());
    }
  }

  private void fill(MongodbServer server, Connection sqlite) throws SQLException {
    try (Statement statement = sqlite.createStatement()) {
      statement.execute("CREATE TABLE facts (_id INTEGER PRIMARY KEY, a INTEGER, b TEXT)");
    }
    for (int i = 0; i < 60; i++) {
      Long a = random.nextInt(4) == 0 ? null : (long) random.nextInt(6);
      String b = random.nextInt(4) == 0 ? null : TEXTS.get(random.nextInt(TEXTS.size()));
      Document document = new Document("_id", (long) i);
      // What has no value is null here and absent there: both are NULL.
      if (a != null || i % 2 == 0) {
        document.append("a", a);
      }
      if (b != null || i % 2 == 1) {
        document.append("b", b);
      }
      server.database("filters").getCollection("facts").insertOne(document);
      try (PreparedStatement insert =
          sqlite.prepareStatement("INSERT INTO facts VALUES (?, ?, ?)")) {
        insert.setLong(1, i);
        insert.setObject(2, a);
        insert.setObject(3, b);
        insert.executeUpdate();
      }
    }
  }

  private Filter filter(int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 8)) {
      case 0 -> new Filter.Compare("a", comparison(), (long) random.nextInt(6));
      case 1 -> new Filter.Compare("b", comparison(), text());
      case 2 -> random.nextBoolean() ? new Filter.IsNull("a") : new Filter.IsNull("b");
      case 3 ->
          new Filter.In("b", random.nextInt(5) == 0 ? List.of() : List.<Object>of(text(), text()));
      case 4 -> new Filter.Like("b", PATTERNS.get(random.nextInt(PATTERNS.size())), false);
      case 5 -> new Filter.Not(filter(depth - 1));
      case 6 -> new Filter.And(parts(depth - 1));
      default -> new Filter.Or(parts(depth - 1));
    };
  }

  private Comparison comparison() {
    return Comparison.values()[random.nextInt(Comparison.values().length)];
  }

  private String text() {
    return TEXTS.get(random.nextInt(TEXTS.size()));
  }

  private List<Filter> parts(int depth) {
    List<Filter> parts = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      parts.add(filter(depth));
    }
    return parts;
  }

  private static List<Long> ours(Session session, Filter filter) {
    Query query =
        Query.of(NAME, Selected.fields(List.of("_id")))
            .withFilter(filter)
            .withPage(new Page(1_000, 0));
    List<Long> found = new ArrayList<>();
    try (Cursor rows =
        session.query(new MongodbPlanner().query(query, table()).target(), Sessions.soon())) {
      while (rows.next()) {
        found.add(rows.getLong(0));
      }
    }
    return found;
  }

  private static Relation table() {
    return new Table(
        NAME,
        List.of(column("_id", "long"), column("a", "long"), column("b", "string")),
        Optional.of(new Key("primary", List.of("_id"))),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Column column(String name, String nativeType) {
    return new Column(
        name,
        nativeType.equals("string")
            ? new UniversalType.TextType(UniversalType.UNBOUNDED)
            : new UniversalType.IntegerType(64),
        nativeType,
        true,
        Column.Origin.STORED,
        Optional.empty(),
        Optional.empty());
  }

  private static List<Long> sqlite(Connection sqlite, Filter filter) throws SQLException {
    List<@Nullable Object> values = new ArrayList<>();
    String where = sql(filter, values);
    try (PreparedStatement query =
        sqlite.prepareStatement("SELECT _id FROM facts WHERE " + where + " ORDER BY _id")) {
      for (int i = 0; i < values.size(); i++) {
        query.setObject(i + 1, values.get(i));
      }
      List<Long> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(rows.getLong(1));
        }
      }
      return found;
    }
  }

  private static String sql(Filter filter, List<@Nullable Object> values) {
    return switch (filter) {
      case Filter.And and -> joined(and.parts(), " AND ", "1 = 1", values);
      case Filter.Or or -> joined(or.parts(), " OR ", "1 = 0", values);
      case Filter.Not not -> "NOT (" + sql(not.part(), values) + ")";
      case Filter.Compare compare -> {
        values.add(compare.value());
        yield compare.column() + operator(compare.comparison()) + "?";
      }
      case Filter.In in -> {
        values.addAll(in.values());
        yield in.values().isEmpty()
            ? "1 = 0"
            : in.column()
                + in.values().stream()
                    .map(_ -> "?")
                    .collect(Collectors.joining(", ", " IN (", ")"));
      }
      case Filter.Like like -> {
        values.add(like.pattern().replace("[", "[[]").replace("?", "[?]"));
        yield like.column() + " GLOB ?";
      }
      case Filter.IsNull isNull -> isNull.column() + " IS NULL";
      case Filter.Related _ -> throw new IllegalStateException("none are made");
    };
  }

  private static String joined(
      List<Filter> parts, String word, String none, List<@Nullable Object> values) {
    return parts.isEmpty()
        ? none
        : parts.stream().map(part -> sql(part, values)).collect(Collectors.joining(word, "(", ")"));
  }

  private static String operator(Comparison comparison) {
    return switch (comparison) {
      case EQUAL -> " = ";
      case NOT_EQUAL -> " <> ";
      case LESS -> " < ";
      case LESS_OR_EQUAL -> " <= ";
      case GREATER -> " > ";
      case GREATER_OR_EQUAL -> " >= ";
    };
  }
}
