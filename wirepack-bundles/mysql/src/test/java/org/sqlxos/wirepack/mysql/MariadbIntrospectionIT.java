package org.sqlxos.wirepack.mysql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB)
class MariadbIntrospectionIT extends IntrospectionConformance {

  @Test
  void readsChecksButNotThoseThatJsonColumnsAreMadeOf() throws SQLException {
    run(
        "CREATE TABLE extra(a INT, s VARCHAR(9) CHECK (s IN ('x','y')), j JSON, t LONGTEXT,"
            + " CONSTRAINT positive CHECK (a > 0))");

    Table extra = table(catalog(), "extra");

    assertEquals(
        List.of(new Check("positive", "`a` > 0"), new Check("s", "`s` in ('x','y')")),
        extra.checks());
    assertEquals("json", column(extra, "j").type().notation());
    assertEquals("text", column(extra, "t").type().notation());
  }

  @Test
  void knowsTheTypesThatItAloneHas() throws SQLException {
    run("CREATE TABLE extra(a UUID DEFAULT uuid(), b INET6, c INET4) WITH SYSTEM VERSIONING");

    Table extra = table(catalog(), "extra");

    assertEquals("uuid", column(extra, "a").type().notation());
    assertEquals(Optional.of("uuid()"), column(extra, "a").defaultExpression());
    assertEquals("text", column(extra, "b").type().notation());
    assertEquals("text", column(extra, "c").type().notation());
  }

  @Test
  void aSequenceIsNoTable() throws SQLException {
    run("CREATE OR REPLACE SEQUENCE numbers");

    assertEquals(Optional.empty(), catalog().relation("numbers"));
    run("DROP SEQUENCE numbers");
  }
}
