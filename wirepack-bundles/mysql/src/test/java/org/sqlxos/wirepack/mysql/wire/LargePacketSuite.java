package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Messages that do not fit one packet of 16 MB, in both directions. */
abstract class LargePacketSuite {

  /** What a packet holds at most; a body of this length is followed by another, maybe empty one. */
  private static final int PACKET = 16_777_215;

  private final TestDatabase database;
  private @Nullable LargePackets allowed;

  LargePacketSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void allow() throws SQLException {
    allowed = LargePackets.allow(database);
  }

  @AfterEach
  void restore() throws SQLException {
    LargePackets before = allowed;
    if (before != null) {
      before.close();
    }
  }

  @Test
  void sendsAndReadsFortyMegabytes() {
    byte[] noise = new byte[40 << 20];
    new Random(3).nextBytes(noise);
    try (Session session = Wire.open(database.url())) {
      assertArrayEquals(noise, (byte[]) Sessions.one(session, "SELECT ?", (Object) noise));
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }

  @Test
  void sendsWhatEndsAtTheEdgeOfAPacket() {
    // The command, the statement, flags, a count, the null bits, types and the length come before.
    int before = 1 + 4 + 1 + 4 + 1 + 1 + 2 + 4;
    try (Session session = Wire.open(database.url())) {
      for (int more = -1; more <= 1; more++) {
        byte[] value = new byte[PACKET - before + more];
        assertEquals(
            (long) value.length, Sessions.one(session, "SELECT LENGTH(?)", (Object) value));
      }
    }
  }

  @Test
  void readsWhatEndsAtTheEdgeOfAPacket() {
    int before = 1 + 1 + 4;
    try (Session session = Wire.open(database.url())) {
      for (int more = -1; more <= 1; more++) {
        int length = PACKET - before + more;
        List<List<@Nullable Object>> rows =
            Sessions.rows(session, "SELECT REPEAT('a', " + length + ") UNION ALL SELECT 'end'");
        assertEquals(length, String.valueOf(rows.getFirst().getFirst()).length());
        assertEquals("end", rows.getLast().getFirst());
      }
    }
  }

  @Test
  void aStatementThatIsTooLongIsRefusedAndTheNextOneIsNot() throws SQLException {
    restore();
    byte[] value = new byte[80 << 20];
    try (Session session = Wire.open(database.url())) {
      String code = Sessions.code(() -> Sessions.one(session, "SELECT LENGTH(?)", (Object) value));
      // The server may hang up before all has been sent.
      assertEquals(code.equals("SQLX618") ? "SQLX618" : "SQLX611", code);
    }
    try (Session session = Wire.open(database.url())) {
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }
}
