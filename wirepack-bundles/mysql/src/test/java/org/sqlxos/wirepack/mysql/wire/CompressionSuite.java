package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.testkit.session.SqlWords;
import org.sqlxos.wirepack.api.Session;

/** The protocol's compression, which the URL switches on. */
abstract class CompressionSuite {

  private static final String ON = "compress=true";

  private final TestDatabase database;

  CompressionSuite(TestDatabase database) {
    this.database = database;
  }

  private static String state(Session session) {
    return String.valueOf(
        Sessions.rows(session, "SHOW SESSION STATUS LIKE 'Compression'").getFirst().get(1));
  }

  @Test
  void isOnWhereTheUrlSaysSoOnly() {
    try (Session with = Wire.open(database, ON, "sslmode=disable");
        Session encrypted = Wire.open(database, ON, "sslmode=require");
        Session without = Wire.open(database, "compress=false");
        Session silent = Wire.open(database.url())) {
      assertEquals("ON", state(with));
      assertEquals("ON", state(encrypted));
      assertEquals("OFF", state(without));
      assertEquals("OFF", state(silent));
    }
    assertEquals("SQLX604", Sessions.code(() -> Wire.open(database, "compress=perhaps").close()));
  }

  @Test
  void bringsValuesOfEveryLengthThereAndBack() {
    Random random = new Random(42);
    try (Session session = Wire.open(database, ON)) {
      for (int length :
          new int[] {0, 1, 20, 30, 31, 32, 33, 34, 49, 50, 51, 1000, 65_535, 300_000}) {
        byte[] noise = new byte[length];
        random.nextBytes(noise);
        assertArrayEquals(noise, (byte[]) Sessions.one(session, "SELECT ?", (Object) noise));
        String text = "ab".repeat(length);
        assertEquals(text, Sessions.one(session, "SELECT ?", text));
      }
    }
  }

  @Test
  void bringsMoreThanOnePieceCanHold() throws Exception {
    try (LargePackets ignored = LargePackets.allow(database);
        Session session = Wire.open(database, ON)) {
      byte[] even = new byte[40_000_000];
      assertArrayEquals(even, (byte[]) Sessions.one(session, "SELECT ?", (Object) even));
      byte[] noise = new byte[20_000_000];
      new Random(7).nextBytes(noise);
      assertArrayEquals(noise, (byte[]) Sessions.one(session, "SELECT ?", (Object) noise));
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }

  @Test
  void streamsManyRows() {
    String numbers = SqlWords.of(database.server()).numbers(100_000);
    try (Session session = Wire.open(database, ON)) {
      long sum = 0;
      try (Cursor cursor = session.query(Sessions.sql(numbers), Sessions.soon())) {
        while (cursor.next()) {
          sum += cursor.getLong(0);
        }
      }
      assertEquals(5_000_050_000L, sum);
      assertEquals(List.of(List.of(1L)), Sessions.rows(session, "SELECT 1"));
    }
  }

  @Test
  void bringsLargeValuesThroughTls() throws Exception {
    try (LargePackets ignored = LargePackets.allow(database);
        Session session = Wire.open(database, ON, "sslmode=require")) {
      assertEquals("ON", state(session));
      byte[] noise = new byte[20_000_000];
      new Random(9).nextBytes(noise);
      assertArrayEquals(noise, (byte[]) Sessions.one(session, "SELECT ?", (Object) noise));
      String even = "ab".repeat(9_000_000);
      assertEquals(even, Sessions.one(session, "SELECT ?", even));
      assertEquals(1L, Sessions.one(session, "SELECT 1"));
    }
  }
}
