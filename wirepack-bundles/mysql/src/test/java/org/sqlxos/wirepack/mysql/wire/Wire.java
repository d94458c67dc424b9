package org.sqlxos.wirepack.mysql.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.fault.Opened;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Connections;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirepack.mysql.internal.Ed25519Signature;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.database.PooledDatabase;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.pool.Multiplexed;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** Sessions that speak the pack, without OSGi. */
final class Wire {

  /** What the bundle offers as a service. */
  private static final Functions FUNCTIONS =
      name -> name.equals("mysql-ed25519") ? Optional.of(new Ed25519Signature()) : Optional.empty();

  private static final WirePack PACK = pack();

  /** What the suites ask for. */
  static final Connections CONNECTIONS =
      new Connections() {
        @Override
        public Session open(String url, Deadline deadline) {
          return PACK.connect(ConnectionUrl.parse(url), deadline);
        }

        @Override
        public Session share(Session session) {
          return ((Multiplexed) session).share();
        }
      };

  private Wire() {}

  private static WirePack pack() {
    ClassLoader classes = Wire.class.getClassLoader();
    try (InputStream document = classes.getResourceAsStream("wirepack.json")) {
      return PackEngine.of(
          PackParser.parse(Objects.requireNonNull(document), FUNCTIONS),
          classes::loadClass,
          new DeadlineWatch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackFaults e) {
      throw new IllegalStateException(e);
    }
  }

  /** A database with a pool, without OSGi. */
  static Opened database(String url) {
    PooledDatabase database = PooledDatabase.connect("test", ConnectionUrl.parse(url), PACK);
    return new Opened(database, database, database::drain);
  }

  static Session open(String url) {
    return CONNECTIONS.open(url);
  }

  /** With parameters of the URL, as {@code name=value}. */
  static Session open(TestDatabase database, String... parameters) {
    return open(database.url() + "?" + String.join("&", parameters));
  }

  /** As another user. */
  static String url(TestDatabase database, String user, String password) {
    return "mysql://%s:%s@127.0.0.1:%d/%s"
        .formatted(user, password, database.port(), database.name());
  }
}
