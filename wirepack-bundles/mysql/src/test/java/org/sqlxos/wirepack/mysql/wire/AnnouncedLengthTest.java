package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Session;

/** Servers that announce more than anybody should take memory for. */
class AnnouncedLengthTest {

  private static final int NEGLIGIBLE_BYTES = 8 * 1024 * 1024;

  /** Sixteen megabytes each time, and never the last packet. */
  @Test
  void gigabytesInPiecesAreNotWaitedForBeforeTheServerHasProvenItself() {
    long before = allocated();
    byte[] much = new byte[1 << 20];
    String code =
        StrangeServerTest.code(
            client -> {
              for (int sequence = 0; sequence < 128; sequence++) {
                client.write(new byte[] {(byte) 255, (byte) 255, (byte) 255, (byte) sequence});
                for (int i = 0; i < 16; i++) {
                  client.write(much);
                }
              }
            });
    assertTrue(List.of("SQLX633", "SQLX634").contains(code), code);
    assertTrue(allocated() - before < NEGLIGIBLE_BYTES, "memory was taken for it");
  }

  @Test
  void aValueThatAnnouncesTwoGigabytesIsMalformed() {
    byte[] column =
        "\3def\0\0\0\1a\0\14\55\0\377\0\0\0\375\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    FakeServer.Script script =
        StrangeServerTest.ready(
            client -> {
              client.send(1, new byte[] {0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0});
              client.send(2, column);
              client.receive();
              client.send(1, new byte[] {1});
              client.send(2, column);
              client.send(3, new byte[] {0, 0, (byte) 254, -1, -1, -1, 127, 0, 0, 0, 0, 'a'});
              client.listen();
            });
    try (FakeServer server = new FakeServer(script);
        Session session = Wire.open(server.url("sslmode=disable"))) {
      long before = allocated();
      assertEquals("SQLX624", Sessions.code(() -> Sessions.rows(session, "SELECT a FROM b")));
      assertTrue(allocated() - before < NEGLIGIBLE_BYTES, "memory was taken for it");
      assertFalse(session.usable());
    }
  }

  private static long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
  }
}
