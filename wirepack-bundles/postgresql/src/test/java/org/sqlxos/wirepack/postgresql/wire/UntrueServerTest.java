package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.postgresql.wire.FakeServer.Body;
import org.sqlxos.wirepack.postgresql.wire.FakeServer.Client;
import org.sqlxos.wirepack.postgresql.wire.FakeServer.Script;

/** Servers that want to be taken for one that knows the password. */
class UntrueServerTest {

  private static final String SALT = "c2FsdHNhbHQ=";

  /** Asks for SCRAM, answers the client's first message, and returns what came then. */
  private static String scram(Client client, String nonceSuffix, String iterations)
      throws java.io.IOException {
    client.untagged();
    client.authentication(10, new Body().text("SCRAM-SHA-256").text("").made());
    String first = new String(client.expect('p'), StandardCharsets.UTF_8);
    String nonce = first.substring(first.indexOf(",r=") + 3);
    String given = nonceSuffix.startsWith("=") ? nonceSuffix.substring(1) : nonce + nonceSuffix;
    client.authentication(11, utf8("r=%s,s=%s,i=%s".formatted(given, SALT, iterations)));
    return new String(client.expect('p'), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String code(Script script) {
    try (FakeServer server = FakeServer.saying(script)) {
      return Sessions.code(() -> Wire.open(server.url()));
    }
  }

  @Test
  void aNonceThatDoesNotContinueOursIsRefused() {
    assertEquals("SQLX631", code(client -> scram(client, "=somethingElse", "4096")));
    assertEquals("SQLX631", code(client -> scram(client, "", "4096")));
  }

  @Test
  void aWrongSignatureIsRefused() {
    String code =
        code(
            client -> {
              scram(client, "abc", "4096");
              client.authentication(12, utf8("v=" + SALT));
              client.authentication(0, new byte[0]);
              client.ready();
            });
    assertEquals("SQLX631", code);
  }

  @Test
  void aServerThatSkipsItsProofIsRefused() {
    for (int skipped : new int[] {11, 12}) {
      String code =
          code(
              client -> {
                if (skipped == 12) {
                  scram(client, "abc", "4096");
                } else {
                  client.untagged();
                  client.authentication(10, new Body().text("SCRAM-SHA-256").text("").made());
                  client.expect('p');
                }
                client.authentication(0, new byte[0]);
                client.send('S', new Body().text("server_version").text("18.0").made());
                client.ready();
              });
      assertTrue(code.equals("SQLX631") || code.equals("SQLX633"), code);
    }
  }

  @Test
  void anAnswerWithoutCountOrSaltMakesNoSense() {
    for (String iterations : new String[] {"0", "-1", "", "many", "99999999999999999999"}) {
      String code = code(client -> scram(client, "abc", iterations));
      assertTrue(code.matches("SQLX63[13]|SQLX624"), iterations + ": " + code);
    }
  }

  @Test
  void billionsOfRoundsAreNotComputed() {
    String code = code(client -> scram(client, "abc", "2147483647"));
    assertTrue(code.matches("SQLX63[13]|SQLX624"), code);
  }

  @Test
  void anUnknownMechanismIsUnsupported() {
    String code =
        code(
            client -> {
              client.untagged();
              client.authentication(10, new Body().text("OAUTHBEARER").text("").made());
            });
    assertEquals("SQLX630", code);
  }

  @Test
  void noPasswordIsSentToAServerThatCannotBindTheChannel() {
    for (int method : new int[] {3, 5}) {
      BlockingQueue<Boolean> toldPassword = new LinkedBlockingQueue<>();
      Script script =
          client -> {
            client.untagged();
            client.authentication(method, method == 5 ? new byte[4] : new byte[0]);
            try {
              client.expect('p');
              toldPassword.add(true);
            } catch (java.io.EOFException e) {
              toldPassword.add(false);
            }
          };
      try (FakeServer server = FakeServer.saying(script)) {
        String url = server.url("sslmode=disable&channel_binding=require");
        assertEquals("SQLX631", Sessions.code(() -> Wire.open(url)));
        assertFalse(toldPassword.take());
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }
}
