package org.sqlxos.testkit.session;

import java.io.IOException;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.tls.MiddleMan.Preamble;
import org.sqlxos.testkit.tls.MiddleMan.Side;

/** What is said before encryption begins, in each protocol. */
final class Preambles {

  /** SSLRequest: a length of eight and a number. */
  private static final int SSL_REQUEST = 8;

  /** Length of three bytes, and a number of one. */
  private static final int HEADER = 4;

  private Preambles() {}

  static Preamble of(DatabaseServer server) {
    return switch (server) {
      case POSTGRESQL, POSTGRESQL_15 ->
          (client, real) -> {
            client.passTo(real, SSL_REQUEST);
            real.passTo(client, 1);
          };
      case MYSQL, MARIADB, MARIADB_10_11 ->
          (client, real) -> {
            passPacket(real, client);
            passPacket(client, real);
          };
      // It is encrypted from the first byte, or not at all.
      case CASSANDRA -> (_, _) -> {};
    };
  }

  private static void passPacket(Side from, Side to) throws IOException {
    byte[] header = from.passTo(to, HEADER);
    from.passTo(to, (header[0] & 255) | (header[1] & 255) << 8 | (header[2] & 255) << 16);
  }

  /** More of a URL: without what would notice somebody in between by itself. */
  static String withoutBinding(DatabaseServer server) {
    return switch (server) {
      case POSTGRESQL, POSTGRESQL_15 -> "&channel_binding=disable";
      case MYSQL, MARIADB, MARIADB_10_11, CASSANDRA -> "";
    };
  }
}
