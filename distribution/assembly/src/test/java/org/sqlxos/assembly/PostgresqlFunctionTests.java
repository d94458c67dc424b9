package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sqlxos.assembly.Problems.assertProblem;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What functions of PostgreSQL can beside {@link FunctionTests}. */
interface PostgresqlFunctionTests {

  String[] FUNCTIONS = {
    "CREATE FUNCTION add_up(a int, b int DEFAULT 10) RETURNS int LANGUAGE sql IMMUTABLE"
        + " AS 'SELECT a + b'",
    "CREATE FUNCTION add_up(a int, b int, c int) RETURNS int LANGUAGE sql IMMUTABLE"
        + " AS 'SELECT a + b + c'",
    "CREATE FUNCTION named(wanted text) RETURNS bigint LANGUAGE sql STABLE"
        + " AS 'SELECT count(*) FROM users WHERE name = wanted'",
    "CREATE FUNCTION set_rank(the_code text, the_rank int) RETURNS void LANGUAGE sql"
        + " AS 'UPDATE labels SET rank_no = the_rank WHERE code = the_code'",
    "CREATE FUNCTION older_than(bound int) RETURNS SETOF users LANGUAGE sql STABLE"
        + " AS 'SELECT * FROM users WHERE age > bound AND id <= 3'",
    "CREATE FUNCTION squares(upto int) RETURNS TABLE (n int, \"of N\" int) LANGUAGE sql IMMUTABLE"
        + " AS 'SELECT i, i * i FROM generate_series(1, upto) AS i'",
    "CREATE FUNCTION first_user() RETURNS users LANGUAGE sql STABLE"
        + " AS 'SELECT * FROM users WHERE id = 1'",
    "CREATE FUNCTION joined(parts text[], \"Between\" text DEFAULT '-') RETURNS text LANGUAGE sql"
        + " IMMUTABLE AS 'SELECT array_to_string(parts, \"Between\")'",
    "CREATE FUNCTION twin(a int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT a'",
    "CREATE FUNCTION twin(a text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT a'",
    "CREATE FUNCTION unnamed(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1'",
    "CREATE FUNCTION refusing(reason text) RETURNS int LANGUAGE plpgsql"
        + " AS 'BEGIN INSERT INTO labels (code) VALUES (''half''); RAISE EXCEPTION ''%'', reason;"
        + " END'",
    "CREATE PROCEDURE make_label(the_code text, OUT made text) LANGUAGE plpgsql"
        + " AS 'BEGIN INSERT INTO labels (code) VALUES (the_code); made := upper(the_code); END'"
  };

  Http client();

  /** The first value of a query that another program runs. */
  String seen(String query) throws SQLException;

  @Test
  default void namesOfArgumentsChooseTheFunction() {
    assertEquals("{\"data\":12}", client().get("/api/rpc/add_up?a=2").body());
    assertEquals(
        "{\"data\":6}", client().post("/api/rpc/add_up", "{\"a\":1,\"b\":2,\"c\":3}").body());
    assertProblem(400, "SQLX171", client().get("/api/rpc/twin?a=1"));
    assertProblem(404, "SQLX170", client().get("/api/rpc/unnamed?a=1"));
  }

  @Test
  default void rowsOfAFunctionAreFilteredSortedAndPaged() {
    OpenApi api = OpenApi.of(client());
    Http.Answer rows =
        client().get("/api/rpc/older_than?bound=30&age=lt.80&sort=-age&limit=1&select=name,age");
    assertEquals(
        "{\"data\":[{\"name\":\"Edsger\",\"age\":72}],\"pagination\":{\"page\":1,\"limit\":1}}",
        rows.body());
    api.assertDescribed("/rpc/older_than", rows);
    Http.Answer table =
        client().get("/api/rpc/squares?upto=5&page=2&limit=2&select=of:%22of%20N%22");
    assertEquals("[{\"of\":9},{\"of\":16}]", table.json().get("data").toString(), table::toString);
    assertEquals(
        "n,of N\n1,1\n2,4\n",
        client()
            .send("GET", "/api/rpc/squares?upto=2", null, "Accept", "text/csv")
            .body()
            .replace("\r", ""));
    assertProblem(400, "SQLX122", client().get("/api/rpc/squares?upto=2&total=true"));
    assertProblem(400, client().get("/api/rpc/squares?upto=2&colour=eq.1"));
  }

  @Test
  default void oneRowIsAnObject() {
    Http.Answer row = client().get("/api/rpc/first_user");
    assertEquals("Ada", row.json().at("/data/name").asText(), row::toString);
    OpenApi.of(client()).assertDescribed("/rpc/first_user", row);
    assertEquals(
        "Ada", client().post("/api/rpc/first_user", "{}").json().at("/data/name").asText());
  }

  @Test
  default void argumentsAreOfTheTypesOfTheDatabase() {
    Http.Answer joined =
        client().post("/api/rpc/joined", "{\"parts\":[\"a\",\"b'\"],\"Between\":\"\\\"\"}");
    assertEquals("{\"data\":\"a\\\"b'\"}", joined.body(), joined::toString);
    assertEquals(
        "{\"data\":\"x-y\"}", client().post("/api/rpc/joined", "{\"parts\":[\"x\",\"y\"]}").body());
  }

  @Test
  default void aProcedureAnswersWithWhatItHandsOut() throws SQLException {
    Http.Answer made = client().post("/api/rpc/make_label", "{\"the_code\":\"proc\"}");
    assertEquals("{\"data\":{\"made\":\"PROC\"}}", made.body(), made::toString);
    assertEquals("1", seen("SELECT count(*) FROM labels WHERE code = 'proc'"));
    assertProblem(409, client().post("/api/rpc/make_label", "{\"the_code\":\"proc\"}"));
    client().delete("/api/labels?code=eq.proc");
  }

  @Test
  default void whatAFunctionRefusesIsUndone() throws SQLException {
    Http.Answer refused = client().post("/api/rpc/refusing", "{\"reason\":\"not today\"}");
    assertProblem(422, refused);
    assertTrue(refused.body().contains("not today"), refused::toString);
    assertEquals("0", seen("SELECT count(*) FROM labels WHERE code = 'half'"));
  }
}
