package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Whatever a server says at whatever point, it ends in time, and in a problem with a code. */
class RandomBytesTest {

  private static final Charset LATIN = StandardCharsets.ISO_8859_1;
  private static final String PLAIN = "sslmode=disable&connect_timeout=5";

  @Provide
  Arbitrary<byte[]> noise() {
    return Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(200);
  }

  private static void endsInAProblem(FakeServer.Script script, String parameters) {
    try (FakeServer server = new FakeServer(script)) {
      ProblemException thrown =
          Assertions.assertThrows(
              ProblemException.class,
              () -> {
                try (Session session = Wire.open(server.url(parameters))) {
                  Sessions.rows(session, "SELECT 1");
                  Sessions.rows(session, "SELECT 1");
                }
              });
      String code = thrown.problem().code().code();
      assertTrue(code.startsWith("SQLX6"), code);
    }
  }

  @Property(tries = 100)
  void asGreeting(@ForAll("noise") byte[] noise) {
    endsInAProblem(client -> client.write(noise), PLAIN);
  }

  @Property(tries = 200)
  void inTheFirstPacket(@ForAll("noise") byte[] noise) {
    endsInAProblem(client -> client.send(0, noise), PLAIN);
  }

  @Property(tries = 200)
  void insteadOfTheWelcome(@ForAll("noise") byte[] noise) {
    endsInAProblem(
        client -> {
          client.send(0, FakeServer.greeting(10, FakeServer.CAPABILITIES, "caching_sha2_password"));
          client.receive();
          client.send(2, noise);
        },
        PLAIN);
  }

  @Property(tries = 200)
  void insteadOfAnAnswer(@ForAll("noise") byte[] noise) {
    endsInAProblem(
        client -> {
          client.letIn(FakeServer.CAPABILITIES);
          client.receive();
          client.send(1, FakeServer.OK);
          client.receive();
          client.send(1, noise);
        },
        PLAIN);
  }

  @Property(tries = 200)
  void insteadOfRows(@ForAll("noise") byte[] noise) {
    byte[] column = "\3def\0\0\0\1a\0\14\55\0\377\0\0\0\375\0\0\0\0\0".getBytes(LATIN);
    endsInAProblem(
        client -> {
          client.letIn(FakeServer.CAPABILITIES);
          client.receive();
          client.send(1, FakeServer.OK);
          client.receive();
          client.send(1, new byte[] {0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
          client.send(2, column);
          client.receive();
          client.send(1, new byte[] {1});
          client.send(2, column);
          client.send(3, noise);
        },
        PLAIN);
  }

  @Property(tries = 200)
  void asCompressedPieces(@ForAll("noise") byte[] noise) {
    endsInAProblem(
        client -> {
          client.letIn(FakeServer.CAPABILITIES | FakeServer.COMPRESS);
          client.receive();
          byte[] body = java.util.Arrays.copyOf(noise, noise.length);
          client.write(new byte[] {(byte) body.length, 0, 0, 1, 100, 0, 0});
          client.write(body);
        },
        PLAIN + "&compress=true");
  }
}
