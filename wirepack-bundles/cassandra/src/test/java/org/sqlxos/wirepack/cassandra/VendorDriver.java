package org.sqlxos.wirepack.cassandra;

import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.datastax.oss.driver.api.core.type.codec.TypeCodec;
import java.net.InetSocketAddress;
import java.util.Objects;
import org.sqlxos.testkit.server.TestDatabase;

/** The vendor's driver on the same database. */
final class VendorDriver implements AutoCloseable {

  private final CqlSession session;

  VendorDriver(TestDatabase database) {
    session =
        CqlSession.builder()
            .addContactPoint(new InetSocketAddress(database.host(), database.port()))
            .withLocalDatacenter("datacenter1")
            .withAuthCredentials(database.user(), database.password())
            .withKeyspace(database.name())
            .build();
  }

  /** The one value that a query has, as the driver would write it in a statement. */
  String literal(String query) {
    Row row = Objects.requireNonNull(session.execute(query).one(), query);
    TypeCodec<Object> codec =
        session
            .getContext()
            .getCodecRegistry()
            .codecFor(row.getColumnDefinitions().get(0).getType());
    return codec.format(row.get(0, codec));
  }

  @Override
  public void close() {
    session.close();
  }
}
