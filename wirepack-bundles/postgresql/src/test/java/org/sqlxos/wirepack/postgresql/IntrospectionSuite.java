package org.sqlxos.wirepack.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;

/** The same answers on each version; a row is written with bars between its values. */
abstract class IntrospectionSuite {

  private static final PackFile PACK = PackFile.read();

  private final TestDatabase database;
  private Connection connection;

  IntrospectionSuite(TestDatabase database) {
    this.database = database;
  }

  /** The database is the class's; what a test makes is rolled back. */
  @BeforeEach
  void makeEverything() throws SQLException, IOException {
    connection = database.connect();
    connection.setAutoCommit(false);
    try (InputStream script = getClass().getResourceAsStream("/everything.sql")) {
      run(new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8));
    }
    run("CREATE TEMPORARY TABLE passing (a int)");
  }

  @AfterEach
  void rollBack() throws SQLException {
    connection.rollback();
    connection.close();
  }

  @Test
  void tellsTheVersionInNumbers() throws SQLException {
    assertTrue(rows("version").getFirst().matches("[0-9.]+"));
  }

  @Test
  void listsTablesAndViewsButNoPartitionsOrTemporaryOnes() throws SQLException {
    List<String> relations =
        rows("relations").stream()
            .map(row -> row.replaceAll("(?s)\\|view\\|.*;", "|view|;"))
            .toList();
    assertEquals(
        List.of(
            "Odd \"Schema|Odd \"Table|table||unlogged|",
            "closed|hidden|table|||",
            "public|counted|view|;||",
            "public|customer|table|||Who buys",
            "public|line|table|||",
            "public|measure|table||partitioned|",
            "public|names|view|;|insert,update,delete|Short",
            "public|padded|table||collated|",
            "public|refers|table|||",
            "public|words|table|||",
            "sales|order|table|||"),
        relations);
  }

  @Test
  void listsColumnsWithDomainsResolvedAndLabels() throws SQLException {
    String mood = "enum('sad','o''k','very \"happy\", \\ $1')";
    assertEquals(
        List.of(
            "public|line|order_id|integer|0|stored||",
            "public|line|no|integer|0|stored||",
            "public|line|d|" + mood + "|1|stored||",
            "public|line|x|character varying(10)|0|stored||",
            "public|line|y|integer[]|1|stored||",
            "public|line|z|character varying(10)[]|1|stored||",
            "public|line|dd|integer[][]|1|stored||"),
        rowsOf("columns", "public|line|"));
    assertEquals(
        List.of(
            "sales|order|id|integer|0|identity|nextval('sales.order_id_seq'::regclass)|",
            "sales|order|customer_id|bigint|1|stored||",
            "sales|order|total|numeric(12,2)|0|stored||",
            "sales|order|tax|numeric(12,2)|1|generated||",
            "sales|order|m|" + mood + "|1|stored|'sad'|",
            "sales|order|ms|" + mood + "[]|1|stored||",
            "sales|order|p|sales.pair|1|stored||"),
        rowsOf("columns", "sales|order|"));
    assertEquals("enum('sad','o''k','very \"happy\", \\ $1')", PACK.universal(mood));
  }

  @Test
  void listsDefaultsAndIdentities() throws SQLException {
    assertEquals(
        List.of(
            "public|customer|id|bigint|0|generated||",
            "public|customer|name|character varying(40)|0|stored||As written",
            "public|customer|email|text|1|stored||",
            "public|customer|state|text|0|stored|'new'|",
            "public|customer|kind|character varying(10)|1|stored||",
            "public|customer|note|text|1|stored||",
            "public|customer|since|timestamp(3) with time zone|1|stored|now()|",
            "public|customer|one|text|1|stored||",
            "public|customer|code|character(3)|1|stored|'abc'|",
            "public|customer|amount|numeric(10,2)|1|stored|0|",
            "public|customer|number|integer|0|identity||"),
        rowsOf("columns", "public|customer|"));
    assertEquals(
        List.of(
            "public|names|id|bigint|1|stored||",
            "public|names|name|character varying(40)|1|stored||"),
        rowsOf("columns", "public|names|"));
  }

  @Test
  void listsKeysAmongThemUniqueIndexesOfWholeColumns() throws SQLException {
    assertEquals(
        List.of(
            "public|customer|customer_pkey|primary|id",
            "public|customer|customer_email_key|unique|email",
            "public|line|line_pkey|primary|no",
            "public|line|line_pkey|primary|order_id",
            "public|line|line_unique|unique|x",
            "public|measure|measure_pkey|primary|at",
            "sales|order|order_pkey|primary|id",
            "sales|order|order_customer_id_total_key|unique|customer_id",
            "sales|order|order_customer_id_total_key|unique|total"),
        rows("keys"));
  }

  @Test
  void listsForeignKeysOnceWherePartitionsAreReferredTo() throws SQLException {
    assertEquals(
        List.of(
            "public|line|line_order_id_fkey|order_id|sales|order|id|CASCADE|RESTRICT",
            "public|refers|refers_at_fkey|at|public|measure|at|SET DEFAULT|NO ACTION",
            "sales|order|order_customer_id_fkey|customer_id|public|customer|id|SET NULL|CASCADE"),
        rows("foreignKeys"));
  }

  @Test
  void listsIndexesWithExpressionsAndPredicates() throws SQLException {
    assertEquals(
        List.of(
            "public|line|line_expression|0||0|no > 3",
            "public|line|line_expression|0|no|1|no > 3",
            "public|line|line_lower|1||0|",
            "public|line|line_partial|1|d|0|no = 1",
            "public|line|line_pkey|1|no|0|",
            "public|line|line_pkey|1|order_id|0|",
            "public|line|line_unique|1|x|0|"),
        rowsOf("indexes", "public|line|"));
  }

  @Test
  void listsChecksAsTheyCouldHaveBeenWritten() throws SQLException {
    assertEquals(
        List.of(
            "public|customer|customer_amount_check|amount >= 0 AND amount < 1000",
            "public|customer|customer_kind_check|kind IN ('a', 'b')",
            "public|customer|customer_state_check|state IN ('new', 'o''ld')",
            "public|customer|odd name|length(name::text) > 1 AND name::text <> ''",
            "public|customer|one_x|one = 'x'",
            "public|measure|measure_v_check|v > 0",
            "public|padded|padded_code_check|code = ANY (ARRAY['a'::bpchar, 'b'::bpchar])",
            "public|words|words_label_check|label = 'a'",
            "public|words|words_low_check|low < 'm'"),
        rows("checks"));
  }

  /** Each is true of the same rows as the one that the database keeps. */
  @Test
  void checksAreTakenBackByTheDatabase() throws SQLException {
    run("SET LOCAL search_path = public, sales, \"Odd \"\"Schema\"");
    int added = 0;
    for (String row : rows("checks")) {
      String[] values = row.split("\\|", 4);
      run(
          "ALTER TABLE %s ADD CONSTRAINT again_%d CHECK (%s)"
              .formatted(values[1], added++, values[3]));
    }
    assertEquals(2 * added, rows("checks").size());
  }

  @Test
  void literalsThatLookLikeCastsStay() throws SQLException {
    run(
        """
        CREATE TABLE tricky (
          a text CHECK (a <> 'it''s 5::numeric ''::text'),
          b date CHECK (b > '2020-01-01' OR b < '1900-01-01'),
          c text CHECK (c IN ('x''::text, ''y', 'z\\')),
          d int CHECK (d::text <> '7'))\
        """);
    assertEquals(
        List.of(
            "public|tricky|tricky_a_check|a <> 'it''s 5::numeric ''::text'",
            "public|tricky|tricky_b_check|b > '2020-01-01'::date OR b < '1900-01-01'::date",
            "public|tricky|tricky_c_check|c IN ('x''::text, ''y', 'z\\')",
            "public|tricky|tricky_d_check|d::text <> '7'"),
        rowsOf("checks", "public|tricky|"));
  }

  @Test
  void listsFunctionsWithArgumentsAndAnswers() throws SQLException {
    run(
        "CREATE FUNCTION sales.fits(a int, b mood DEFAULT 'sad') RETURNS boolean"
            + " LANGUAGE sql STABLE AS 'SELECT true'");
    run(
        "CREATE FUNCTION sales.some(n int) RETURNS TABLE (a int, \"B c\" text)"
            + " LANGUAGE sql AS 'SELECT 1, ''x'''");
    run("CREATE PROCEDURE sales.does(INOUT x numeric(5,2))" + " LANGUAGE plpgsql AS 'BEGIN END'");
    run("CREATE FUNCTION sales.unnamed(int) RETURNS int LANGUAGE sql AS 'SELECT 1'");
    run("CREATE FUNCTION sales.many(VARIADIC a int[]) RETURNS int LANGUAGE sql AS 'SELECT 1'");
    assertEquals(
        List.of(
            "sales|does|procedure|row|1|",
            "sales|fits|function|value|0|",
            "sales|some|function|rows|1|"),
        withoutNumber(rowsOf("routines", "sales|")));
    assertEquals(
        List.of(
            "sales|does|inout|x|numeric|numeric|0",
            "sales|does|column|x|numeric|numeric|0",
            "sales|fits|in|a|integer|integer|0",
            "sales|fits|in|b|enum('sad','o''k','very \"happy\", \\ $1')|mood|1",
            "sales|fits|column|fits|boolean|boolean|0",
            "sales|some|in|n|integer|integer|0",
            "sales|some|column|a|integer|integer|0",
            "sales|some|column|B c|text|text|0"),
        withoutNumber(rowsOf("parameters", "sales|")));
  }

  /** The server's own number of a function tells those of one name apart, and nothing else. */
  private static List<String> withoutNumber(List<String> rows) {
    return rows.stream().map(row -> row.replaceFirst("[|][0-9]+[|]", "|")).toList();
  }

  @Test
  void leavesOutWhatTheUserMayNotUse() throws SQLException {
    run("REVOKE ALL ON SCHEMA closed FROM CURRENT_USER");
    run("REVOKE ALL ON TABLE line FROM CURRENT_USER");
    run("REVOKE ALL ON TABLE words FROM CURRENT_USER");
    run("GRANT SELECT (low) ON TABLE words TO CURRENT_USER");
    List<String> relations = rows("relations");
    assertFalse(relations.stream().anyMatch(row -> row.startsWith("closed|")));
    assertFalse(relations.stream().anyMatch(row -> row.startsWith("public|line|")));
    assertEquals(List.of("public|words|low|text|1|stored||"), rowsOf("columns", "public|words|"));
  }

  private List<String> rowsOf(String question, String beginning) throws SQLException {
    return rows(question).stream().filter(row -> row.startsWith(beginning)).toList();
  }

  private List<String> rows(String question) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(PACK.statement(question))) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          values.add(Objects.requireNonNullElse(result.getString(i), ""));
        }
        rows.add(String.join("|", values));
      }
    }
    return rows;
  }

  private void run(String text) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }
}
