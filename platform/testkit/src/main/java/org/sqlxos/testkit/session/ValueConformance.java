package org.sqlxos.testkit.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.sqlxos.testkit.session.SqlWords.Type.BYTES;
import static org.sqlxos.testkit.session.SqlWords.Type.INTEGER;
import static org.sqlxos.testkit.session.SqlWords.Type.TEXT;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.sqlxos.wirepack.api.Session;

/** Values at the edges, written by one session and read by another. */
public interface ValueConformance extends OnSessions {

  private Session withValues(SqlWords.Type type) {
    Session session = target().open();
    Sessions.run(session, "DROP TABLE IF EXISTS held");
    Sessions.run(
        session,
        "CREATE TABLE held (id INTEGER PRIMARY KEY, v " + target().words().column(type) + ")");
    return session;
  }

  /** Writes a value, and reads it on another connection. */
  private @Nullable Object returned(
      Session session, SqlWords.Type type, long id, @Nullable Object value) {
    SqlWords words = target().words();
    String insert =
        "INSERT INTO held VALUES (%s, %s)"
            .formatted(words.parameter(1, INTEGER), words.parameter(2, type));
    Sessions.run(session, insert, id, value);
    try (Session other = target().open()) {
      String query = "SELECT v FROM held WHERE id = " + words.parameter(1, INTEGER);
      return Sessions.one(other, query, id);
    }
  }

  @Test
  default void noValueIsNoValueOfAnyType() {
    for (SqlWords.Type type : SqlWords.Type.values()) {
      try (Session session = withValues(type)) {
        assertNull(returned(session, type, 1, null));
        assertEquals(1L, Sessions.number(session, "SELECT COUNT(*) FROM held WHERE v IS NULL"));
      }
    }
  }

  @Test
  default void wholeNumbersReachTheirEnds() {
    long id = 0;
    try (Session session = withValues(INTEGER)) {
      for (long value : new long[] {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE}) {
        assertEquals(value, returned(session, INTEGER, id++, value));
      }
    }
  }

  @Test
  default void textsOfEveryKindComeBack() {
    long id = 0;
    try (Session session = withValues(TEXT)) {
      for (String value :
          List.of(
              "",
              " ",
              "null",
              "'\"\\`; DROP TABLE held; -- $1 ? :x",
              "äöüß 日本語 🦉 e\u0301",
              "line\r\nline\ttab",
              "x".repeat(65_535),
              "ü".repeat(1_000_000))) {
        assertEquals(value, returned(session, TEXT, id++, value));
      }
    }
  }

  @Test
  default void bytesOfEveryLengthComeBack() {
    Random random = new Random(8);
    try (Session session = withValues(BYTES)) {
      for (int length : new int[] {0, 1, 250, 251, 252, 8_191, 65_535, 65_536, 3_000_000}) {
        byte[] value = new byte[length];
        random.nextBytes(value);
        assertArrayEquals(value, (byte[]) returned(session, BYTES, length, value));
      }
    }
  }

  @Test
  default void manyColumnsWithAndWithoutValuesKeepTheirPlaces() {
    StringBuilder query = new StringBuilder("SELECT 0");
    for (int i = 1; i < 300; i++) {
      query.append(i % 3 == 0 ? ", NULL" : ", " + i);
    }
    try (Session session = target().open()) {
      List<@Nullable Object> row = Sessions.rows(session, query.toString()).getFirst();
      for (int i = 0; i < 300; i++) {
        assertEquals(i % 3 == 0 && i > 0 ? null : (Object) (long) i, row.get(i));
      }
    }
  }
}
