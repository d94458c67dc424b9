package org.sqlxos.wirepack.mysql.wire;

import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.fuzz.FrameCut;
import org.sqlxos.testkit.fuzz.FuzzConformance;
import org.sqlxos.testkit.fuzz.FuzzPlay;
import org.sqlxos.testkit.fuzz.SessionPlay;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Logs in without TLS: what is encrypted cannot be damaged but as a whole. */
@WithServer(DatabaseServer.MYSQL)
class MysqlFuzzIT extends FuzzConformance {

  @BeforeAll
  void fill(TestDatabase database) throws SQLException {
    database.execute(
        "CREATE TABLE kinds (id BIGINT AUTO_INCREMENT PRIMARY KEY, ti TINYINT, si SMALLINT, i INT,"
            + " bu BIGINT UNSIGNED, de DECIMAL(20,4), f FLOAT, d DOUBLE, vc VARCHAR(80), bl BLOB,"
            + " bi BIT(9), da DATE, tm TIME(6), dt DATETIME(6), ts TIMESTAMP(3) NULL, j JSON,"
            + " y YEAR, e ENUM('a', 'b'))",
        "INSERT INTO kinds VALUES (1, -1, 2, 3, 18446744073709551615, -12.3456, 0.5, 1e300,"
            + " 'text', x'00ff', b'101', '2026-01-02', '-01:02:03.5', '2026-01-02 03:04:05.6',"
            + " '2026-01-02 03:04:05.678', '{\"a\": [1]}', 2026, 'b')",
        "INSERT INTO kinds (id) VALUES (2)");
  }

  @Override
  protected String protocol() {
    return "mysql";
  }

  @Override
  protected FrameCut frames() {
    return FrameCut.lengths(4, 0, 3, true, 0);
  }

  @Override
  protected FuzzPlay play(TestDatabase database) {
    return new SessionPlay(
        Wire.CONNECTIONS,
        database,
        database.url() + "?sslmode=disable",
        List.of(
            statement("SELECT * FROM kinds"),
            statement("SELECT * FROM kinds WHERE id = ? OR vc = ?", 1L, "text"),
            statement("SELECT REPEAT('long', 5000), REPEAT('short', 40)"),
            statement("SELECT COUNT(*) FROM kinds")),
        List.of(
            statement("SELECT * FROM nowhere"), statement("INSERT INTO kinds (id) VALUES (?)", 1L)),
        MysqlFuzzIT::write);
  }

  private static void write(Session session) {
    session.begin(Access.WRITE, SessionPlay.soon());
    session.execute(statement("UPDATE kinds SET i = ? WHERE id = ?", 4L, 2L), SessionPlay.soon());
    session.rollback();
    session.executeBatch(
        statement("UPDATE kinds SET si = ? WHERE id = ?"),
        List.of(List.of(1L, 1L), List.of(2L, 2L)),
        SessionPlay.soon());
  }
}
