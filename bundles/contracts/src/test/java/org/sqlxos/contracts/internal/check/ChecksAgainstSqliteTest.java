package org.sqlxos.contracts.internal.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import net.jqwik.api.statistics.Statistics;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.type.api.UniversalType;

/** Whatever is told for sure has to be what a real database says. */
class ChecksAgainstSqliteTest {

  private static final List<String> NATIVE =
      List.of("INTEGER", "REAL", "DECIMAL(9,3)", "TEXT", "BOOLEAN", "DATE", "BLOB");

  private static final List<String> TYPES =
      List.of("integer(64)", "float(64)", "decimal(9,3)", "text", "boolean", "date", "any");

  private static final List<String> NAMES = List.of("i", "f", "d", "t", "b", "m", "x");

  private static Connection sqlite;

  @BeforeContainer
  static void open() throws SQLException {
    sqlite = DriverManager.getConnection("jdbc:sqlite::memory:");
    StringBuilder columns = new StringBuilder();
    for (int i = 0; i < NAMES.size(); i++) {
      columns.append(i == 0 ? "" : ", ").append(NAMES.get(i)).append(' ').append(NATIVE.get(i));
    }
    sqlite.createStatement().execute("CREATE TABLE r(" + columns + ")");
  }

  @AfterContainer
  static void close() throws SQLException {
    sqlite.close();
  }

  private static Table table(Check check) {
    List<Column> columns = new java.util.ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      columns.add(
          new Column(
              NAMES.get(i),
              UniversalType.parse(TYPES.get(i)),
              NATIVE.get(i),
              true,
              Column.Origin.STORED,
              Optional.empty(),
              Optional.empty()));
    }
    return new Table(
        new RelationName("main", "r"),
        columns,
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(check),
        List.of(),
        Set.of(),
        Optional.empty());
  }

  private static Truth ours(String expression, @Nullable Object[] row) {
    Check check = new Check("c", expression);
    return CheckCompiler.compile(check, table(check))
        .map(compiled -> Truth.of(compiled.term().of(row)))
        .orElse(Truth.UNSURE);
  }

  private static Truth theirs(String expression, @Nullable Object[] row) throws SQLException {
    try (PreparedStatement insert =
        sqlite.prepareStatement("INSERT INTO r VALUES (?, ?, ?, ?, ?, ?, ?)")) {
      sqlite.createStatement().execute("DELETE FROM r");
      for (int i = 0; i < row.length; i++) {
        switch (row[i]) {
          case null -> insert.setObject(i + 1, null);
          case BigDecimal decimal -> insert.setDouble(i + 1, decimal.doubleValue());
          case Boolean truth -> insert.setLong(i + 1, truth ? 1 : 0);
          case LocalDate date -> insert.setString(i + 1, date.toString());
          case Object other -> insert.setObject(i + 1, other);
        }
      }
      insert.execute();
    }
    try (ResultSet result =
        sqlite
            .createStatement()
            .executeQuery(
                "SELECT CASE WHEN ("
                    + expression
                    + ") THEN 1 WHEN NOT ("
                    + expression
                    + ") THEN 0 END FROM r")) {
      Object value = result.next() ? result.getObject(1) : null;
      return value == null ? Truth.NULL : value.equals(1) ? Truth.TRUE : Truth.FALSE;
    }
  }

  @Property(tries = 4000)
  void whatIsSureIsWhatSqliteSays(
      @ForAll("conditions") String expression, @ForAll("rows") List<Optional<Object>> values)
      throws SQLException {
    @Nullable Object[] row = values.stream().map(value -> value.orElse(null)).toArray();
    Truth ours = ours(expression, row);
    Statistics.collect(ours);
    if (ours == Truth.UNSURE) {
      return;
    }
    Truth theirs;
    try {
      theirs = theirs(expression, row);
    } catch (SQLException e) {
      // It refuses the row with an error of its own, whatever the check would be.
      assertTrue(e.getMessage().contains("integer overflow"), e::getMessage);
      return;
    }
    assertEquals(theirs, ours, () -> expression + " with " + values);
  }

  @Property(tries = 1)
  void oftenIsSure() {
    @Nullable Object[] row = {
      5L, 0.5, new BigDecimal("1.25"), "new", true, LocalDate.of(2024, 1, 1), null
    };
    for (String holds :
        List.of(
            "i > 0",
            "i BETWEEN 1 AND 5 AND NOT i IN (2, 3)",
            "d >= 0 AND d < 1.5",
            "t IN ('new', 'used')",
            "length(trim(t)) > 0",
            "\"t\" LIKE 'n%' OR [i] = 2",
            "m >= '2024-01-01'",
            "b = 1 AND b",
            "x IS NULL",
            "i % 2 = 1 AND (i + 1) * 2 = 12",
            "coalesce(x, i) = 5",
            "f <= .5")) {
      assertEquals(Truth.TRUE, ours(holds, row), holds);
      assertEquals(Truth.FALSE, ours("NOT (" + holds + ")", row), holds);
    }
    for (String unsure :
        List.of(
            "random() > 0",
            "x > 1 OR i > t",
            "t GLOB 'n*'",
            "i / 2 = 2",
            "t < 5",
            "q = 1",
            "((",
            "r.i = 5")) {
      @Nullable Object[] other = row.clone();
      other[6] = 1L;
      assertEquals(Truth.UNSURE, ours(unsure, other), unsure);
    }
    assertTrue(ours("i > ".repeat(1000) + "0", row) == Truth.UNSURE);
  }

  @Provide
  Arbitrary<List<Optional<Object>>> rows() {
    return GeneratedChecks.rows();
  }

  @Provide
  Arbitrary<String> conditions() {
    return GeneratedChecks.conditions(3);
  }
}
