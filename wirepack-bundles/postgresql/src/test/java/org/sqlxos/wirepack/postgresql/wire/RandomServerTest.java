package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Whatever a server sends, a caller gets an answer or a problem with a code, and gets it soon. */
class RandomServerTest {

  @Property
  void anyBytesEndInAProblemWhileConnecting(@ForAll @Size(max = 200) byte[] bytes) {
    for (String mode : new String[] {"sslmode=disable", "sslmode=prefer"}) {
      try (FakeServer server = FakeServer.saying(client -> client.raw(bytes))) {
        requireCode(server.url(mode));
      }
    }
  }

  @Property
  void anyMessageEndsInAProblemWhileConnecting(
      @ForAll("tags") char tag, @ForAll @Size(max = 60) byte[] body) {
    try (FakeServer server =
        FakeServer.saying(
            client -> {
              client.untagged();
              client.send(tag, body);
            })) {
      requireCode(server.url());
    }
  }

  @Property
  void anyMessageEndsInAProblemWhileAnswering(
      @ForAll("tags") char tag, @ForAll @Size(max = 60) byte[] body) {
    try (FakeServer server =
        FakeServer.saying(
            client -> {
              client.welcome("18.0");
              client.prepare(new FakeServer.Body().shorter(1).column("a", 23).made());
              client.skipTo('S');
              client.send('2', new byte[0]);
              client.send(tag, body);
            })) {
      requireCode(server.url());
    }
  }

  @Provide
  Arbitrary<Character> tags() {
    return Arbitraries.of("RSKZENATtDCIsGHdcnv123W".chars().mapToObj(c -> (char) c).toList());
  }

  private static void requireCode(String url) {
    Deadline deadline = Deadline.in(Duration.ofSeconds(20));
    try (Session session = Wire.open(url, deadline)) {
      // Now and then what was sent is an answer.
      Sessions.rows(session, "SELECT a FROM b");
    } catch (ProblemException e) {
      assertTrue(e.problem().code().code().matches("SQLX6\\d\\d"), e.toString());
      assertTrue(!deadline.passed(), "it took until the deadline: " + e);
    }
  }
}
