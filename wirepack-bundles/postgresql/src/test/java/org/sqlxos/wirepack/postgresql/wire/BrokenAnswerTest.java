package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.postgresql.wire.FakeServer.Body;

/** Servers that let one in and then break the rules: the session is not used any more. */
class BrokenAnswerTest {

  private static final int INT4 = 23;
  private static final byte[] TWO_COLUMNS =
      new Body().shorter(2).column("a", INT4).column("b", INT4).made();

  /** Sends one row, and tells the code that reading it ends with. */
  private static String codeOf(byte[] description, byte[] row) {
    return codeOf(
        client -> {
          client.prepare(description);
          client.skipTo('S');
          client.send('2', new byte[0]);
          client.send('D', row);
          client.send('C', new Body().text("SELECT 1").made());
          client.ready();
          client.listen();
        });
  }

  private static String codeOf(FakeServer.Script afterWelcome) {
    FakeServer.Script script =
        client -> {
          client.welcome("18.0");
          afterWelcome.talk(client);
        };
    try (FakeServer server = FakeServer.saying(script);
        Session session = Wire.open(server.url())) {
      String code = Sessions.code(() -> Sessions.rows(session, "SELECT a, b FROM c"));
      assertFalse(session.usable());
      return code;
    }
  }

  private static byte[] intRow(int count, int... lengths) {
    Body row = new Body().shorter(count);
    for (int length : lengths) {
      row.number(length).bytes(new byte[Math.max(length, 0)]);
    }
    return row.made();
  }

  @Test
  void rowsThatWereNotDescribedAreMalformed() {
    assertEquals("SQLX624", codeOf(new byte[0], intRow(1, 4)));
  }

  @Test
  void rowsWithTooFewOrTooManyValuesAreMalformed() {
    assertEquals("SQLX624", codeOf(TWO_COLUMNS, intRow(1, 4)));
    assertEquals("SQLX624", codeOf(TWO_COLUMNS, intRow(3, 4, 4, 4)));
    assertEquals("SQLX624", codeOf(TWO_COLUMNS, new byte[0]));
  }

  @Test
  void rowsThatEndTooEarlyAreMalformed() {
    assertEquals("SQLX624", codeOf(TWO_COLUMNS, intRow(2, 4)));
    assertEquals("SQLX624", codeOf(TWO_COLUMNS, new Body().shorter(2).number(4).made()));
    assertEquals(
        "SQLX624",
        codeOf(TWO_COLUMNS, new Body().shorter(2).number(Integer.MAX_VALUE).number(4).made()));
  }

  @Test
  void valuesOfAnImpossibleLengthAreMalformed() {
    assertEquals("SQLX624", codeOf(TWO_COLUMNS, intRow(2, 4, -2)));
  }

  /** The frames are still in order: only this value cannot be read. */
  @Test
  void valuesOfAnotherLengthThanTheirTypeAreMalformed() {
    for (int length : new int[] {0, 3, 5}) {
      FakeServer.Script script =
          client -> {
            client.welcome("18.0");
            client.prepare(TWO_COLUMNS);
            client.skipTo('S');
            client.send('2', new byte[0]);
            client.send('D', intRow(2, 4, length));
            client.send('C', new Body().text("SELECT 1").made());
            client.ready();
          };
      try (FakeServer server = FakeServer.saying(script);
          Session session = Wire.open(server.url())) {
        assertEquals("SQLX624", Sessions.code(() -> Sessions.rows(session, "SELECT a, b FROM c")));
      }
    }
  }

  @Test
  void aDescriptionThatPromisesMoreThanItHoldsIsMalformed() {
    byte[] many = new Body().shorter(65_535).column("a", INT4).made();
    assertEquals("SQLX624", codeOf(client -> client.prepare(many)));
  }

  @Test
  void aMessageOutOfPlaceIsAnotherProtocol() {
    assertEquals(
        "SQLX633",
        codeOf(
            client -> {
              client.prepare(TWO_COLUMNS);
              client.skipTo('S');
              client.send('R', new Body().number(0).made());
            }));
  }

  @Test
  void twoGigabytesInAnAnswerAreNotWaitedFor() {
    assertEquals(
        "SQLX634",
        codeOf(
            client -> {
              client.prepare(TWO_COLUMNS);
              client.skipTo('S');
              client.announce('D', Integer.MAX_VALUE - 4);
              client.listen();
            }));
  }

  @Test
  void aServerThatHangsUpInAnAnswerIsLost() {
    assertEquals("SQLX611", codeOf(client -> client.skipTo('S')));
    assertEquals("SQLX611", codeOf(client -> client.prepare(TWO_COLUMNS)));
    assertEquals(
        "SQLX611",
        codeOf(
            client -> {
              client.prepare(TWO_COLUMNS);
              client.skipTo('S');
              client.announce('D', 400);
            }));
  }
}
