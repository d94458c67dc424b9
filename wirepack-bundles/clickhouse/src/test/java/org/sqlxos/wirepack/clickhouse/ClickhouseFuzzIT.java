package org.sqlxos.wirepack.clickhouse;

import static org.sqlxos.testkit.fuzz.SessionPlay.soon;
import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.fuzz.FrameCut;
import org.sqlxos.testkit.fuzz.FuzzConformance;
import org.sqlxos.testkit.fuzz.SessionPlay;
import org.sqlxos.testkit.server.ClickhouseServer;

/** Heads, chunks and rows are lines: damage is done to lines. */
class ClickhouseFuzzIT {

  @Test
  void standsWhateverAServerSays() throws IOException {
    try (ClickhouseServer server = ClickhouseServer.start()) {
      server.run(
          "CREATE TABLE types (id UInt64, s String, n Nullable(Int32), f Float64, d Date,"
              + " dt DateTime, dec Decimal(18, 4), u UUID, a Array(Array(Nullable(String))))"
              + " ENGINE = MergeTree ORDER BY id");
      server.run(
          "INSERT INTO types VALUES (18446744073709551615, 'a\\tb\\\\', NULL, 0.1, '2026-01-02',"
              + " '2026-01-02 03:04:05', 1.25, '61f0c404-5cb3-11e7-907b-a6006ad3dba0',"
              + " [['x','y\\'z'],[NULL]]), (2, 'ü', -7, nan, '2026-01-02',"
              + " '2026-01-02 03:04:05', 0, '61f0c404-5cb3-11e7-907b-a6006ad3dba0', [])");
      SessionPlay play =
          new SessionPlay(
              Wire.CONNECTIONS,
              server.port(),
              server.url(),
              List.of(
                  statement("SELECT * FROM types"),
                  statement("SELECT number FROM system.numbers LIMIT 40"),
                  statement("SELECT * FROM types WHERE d > ?", LocalDate.of(2030, 1, 1)),
                  statement("SELECT unhex('00ff27'), [(1, 'a')]")),
              List.of(
                  statement("SELECT * FROM nowhere"),
                  statement("SELECT throwIf(number = 3) FROM system.numbers LIMIT 5")),
              session -> {
                session.execute(
                    statement("INSERT INTO types (id, s) VALUES (?, ?)", 9L, "x"), soon());
                session.execute(statement("ALTER TABLE types DELETE WHERE id = ?", 9L), soon());
              });
      FuzzConformance.requireStanding("clickhouse", FrameCut.lines(), play, server.port());
    }
  }
}
