package org.sqlxos.wirepack.postgresql.wire;

import java.sql.SQLException;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;
import org.sqlxos.testkit.server.DatabaseServer;

/** Types on one server; one database serves all suites of a run. */
abstract class TypeSuite {

  private final DatabaseServer server;

  TypeSuite(DatabaseServer server) {
    this.server = server;
  }

  final TypeOracle oracle() {
    return Store.getOrCreate(server, Lifespan.RUN, this::open).get();
  }

  private TypeOracle open() {
    try {
      return new TypeOracle(server.createDatabase("types"));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
