package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB)
class MariadbReadBackIT extends ReadBackConformance {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UUID",
        "CHAR(36)",
        "VARCHAR(36) CHARACTER SET latin1 COLLATE latin1_bin",
        "VARCHAR(36) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
      })
  void aKeyThatTheDatabaseMakesUpIsEvaluatedOnceForEachRow(String type) throws SQLException {
    StatementCompiler compiler = defaulted(type, "uuid()");

    List<String> rows = rows(compiler, insert(List.of("tag"), List.of("a"), List.of("b")));

    assertTrue(rows.getFirst().endsWith(" a 5") && rows.getLast().endsWith(" b 5"), rows::toString);
    assertNotEquals(rows.getFirst().substring(0, 36), rows.getLast().substring(0, 36));
  }

  @Test
  void aKeyFromASequenceTakesOneNumberOnly() throws SQLException {
    run("CREATE OR REPLACE SEQUENCE numbers");
    StatementCompiler compiler = defaulted("INT", "nextval(`numbers`)");

    assertEquals(
        List.of("1 a 5", "2 b 5"),
        rows(compiler, insert(List.of("tag"), List.of("a"), List.of("b"))));
    run("DROP TABLE item");
    run("DROP SEQUENCE numbers");
  }

  @Test
  void aKeyOfBytesIsEvaluatedToo() throws SQLException {
    StatementCompiler compiler = defaulted("BINARY(4)", "unhex(left(md5(rand()), 8))");

    assertEquals(1, rows(compiler, insert(List.of("tag"), List.of("a"))).size());
  }
}
