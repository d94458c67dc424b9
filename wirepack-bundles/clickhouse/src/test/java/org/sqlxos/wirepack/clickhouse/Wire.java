package org.sqlxos.wirepack.clickhouse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.session.Connections;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.PackFaults;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.pool.Multiplexed;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** Sessions that speak the pack, without OSGi. */
final class Wire {

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
          PackParser.parse(Objects.requireNonNull(document)),
          classes::loadClass,
          new DeadlineWatch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackFaults e) {
      throw new IllegalStateException(e);
    }
  }
}
