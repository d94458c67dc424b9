package org.sqlxos.wirepack.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;

/** What the change probe notices, and what it does not. */
abstract class ChangeProbeSuite {

  private static final String PROBE = PackFile.read().statement("changeProbe");

  private final TestDatabase database;
  private Connection changing;
  private Connection probing;

  ChangeProbeSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void connect() throws SQLException {
    changing = database.connect();
    probing = database.connect();
    for (String statement :
        List.of(
            "CREATE SCHEMA s",
            "CREATE TYPE s.mood AS ENUM ('a')",
            "CREATE DOMAIN s.short AS varchar(5)",
            "CREATE TABLE s.a (id serial PRIMARY KEY, t text, m s.mood)",
            "CREATE TABLE s.b (id int PRIMARY KEY, d s.short)",
            "CREATE VIEW s.v AS SELECT id FROM s.a",
            "CREATE MATERIALIZED VIEW s.mv AS SELECT id FROM s.a")) {
      run(statement);
    }
  }

  @AfterEach
  void disconnect() throws SQLException {
    run("DROP SCHEMA s CASCADE");
    changing.close();
    probing.close();
  }

  @Test
  void noticesEveryKindOfDefinition() throws SQLException {
    String before = probe();
    for (String statement :
        List.of(
            "ALTER TABLE s.a ADD COLUMN c int",
            "ALTER TABLE s.a RENAME COLUMN c TO d",
            "ALTER TABLE s.a ALTER COLUMN d TYPE bigint",
            "ALTER TABLE s.a ALTER COLUMN d SET DEFAULT 1",
            "ALTER TABLE s.a ALTER COLUMN d SET DEFAULT 2",
            "ALTER TABLE s.a ALTER COLUMN d DROP DEFAULT",
            "ALTER TABLE s.a ALTER COLUMN d SET NOT NULL",
            "ALTER TABLE s.a ALTER COLUMN d DROP NOT NULL",
            "ALTER TABLE s.a ALTER COLUMN d SET NOT NULL, ALTER COLUMN d ADD GENERATED ALWAYS AS"
                + " IDENTITY",
            "ALTER TABLE s.a DROP COLUMN d",
            "ALTER TABLE s.a ADD CONSTRAINT c CHECK (id > 0)",
            "ALTER TABLE s.a RENAME CONSTRAINT c TO cc",
            "ALTER TABLE s.a DROP CONSTRAINT cc",
            "ALTER TABLE s.b ADD CONSTRAINT f FOREIGN KEY (id) REFERENCES s.a",
            "ALTER TABLE s.b DROP CONSTRAINT f",
            "CREATE INDEX i ON s.a (t)",
            "ALTER INDEX s.i RENAME TO j",
            "DROP INDEX s.j",
            "COMMENT ON TABLE s.a IS 'x'",
            "COMMENT ON TABLE s.a IS 'y'",
            "COMMENT ON TABLE s.a IS NULL",
            "COMMENT ON COLUMN s.a.t IS 'x'",
            "ALTER TYPE s.mood ADD VALUE 'b'",
            "ALTER TYPE s.mood RENAME VALUE 'b' TO 'c'",
            "ALTER DOMAIN s.short SET NOT NULL",
            "CREATE OR REPLACE VIEW s.v AS SELECT id FROM s.a WHERE id > 1",
            "CREATE OR REPLACE VIEW s.v AS SELECT id, t FROM s.a",
            "CREATE TRIGGER t INSTEAD OF INSERT ON s.v FOR EACH ROW EXECUTE FUNCTION"
                + " suppress_redundant_updates_trigger()",
            "DROP TRIGGER t ON s.v",
            "CREATE TABLE s.c ()",
            "ALTER TABLE s.c RENAME TO d",
            "ALTER TABLE s.d SET SCHEMA public",
            "REVOKE SELECT ON public.d FROM CURRENT_USER",
            "REVOKE ALL ON SCHEMA s FROM CURRENT_USER",
            "GRANT ALL ON SCHEMA s TO CURRENT_USER",
            "DROP TABLE public.d",
            "CREATE SCHEMA other",
            "DROP SCHEMA other")) {
      run(statement);
      String after = probe();
      assertNotEquals(before, after, statement);
      before = after;
    }
  }

  @Test
  void doesNotMindRowsStatisticsOrWhatPasses() throws SQLException {
    String before = probe();
    for (String statement :
        List.of(
            "INSERT INTO s.a (t) SELECT n::text FROM generate_series(1, 1000) AS n",
            "UPDATE s.a SET t = 'x'",
            "VACUUM (ANALYZE) s.a",
            "DELETE FROM s.a",
            "VACUUM FREEZE s.a",
            "ANALYZE",
            "TRUNCATE s.a",
            "REFRESH MATERIALIZED VIEW s.mv",
            "CREATE TEMPORARY TABLE passing (id serial PRIMARY KEY, t text CHECK (t <> ''))",
            "CREATE TEMPORARY VIEW passing_too AS SELECT * FROM passing",
            "BEGIN",
            "ALTER TABLE s.a ADD COLUMN rolled_back int",
            "ROLLBACK")) {
      run(statement);
      assertEquals(before, probe(), statement);
    }
  }

  @Test
  void doesNotMindThatTheCatalogIsVacuumed() throws SQLException {
    run("ALTER TABLE s.a ADD COLUMN dead int");
    run("ALTER TABLE s.a DROP COLUMN dead");
    String before = probe();
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("VACUUM FREEZE pg_catalog.pg_attribute");
      statement.execute("VACUUM pg_catalog.pg_class");
    }
    assertEquals(before, probe());
  }

  private String probe() throws SQLException {
    try (Statement statement = probing.createStatement();
        ResultSet rows = statement.executeQuery(PROBE)) {
      return rows.next() ? rows.getString(1) : "";
    }
  }

  private void run(String text) throws SQLException {
    try (Statement statement = changing.createStatement()) {
      statement.execute(text);
    }
  }
}
