package org.sqlxos.benchmarks.wire.contestant;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.sqlxos.benchmarks.wire.data.Server;
import org.sqlxos.benchmarks.wire.data.Tables;

/** The clients that are compared, and the servers that each can speak to. */
public enum Client {
  OURS(EnumSet.allOf(Server.class)),
  PGJDBC(EnumSet.of(Server.POSTGRESQL)),
  VERTX_PG_CLIENT(EnumSet.of(Server.POSTGRESQL)),
  MYSQL_CONNECTOR_J(EnumSet.of(Server.MYSQL, Server.MARIADB)),
  MARIADB_CONNECTOR_J(EnumSet.of(Server.MYSQL, Server.MARIADB)),
  VERTX_MYSQL_CLIENT(EnumSet.of(Server.MYSQL, Server.MARIADB));

  private final Set<Server> servers;

  Client(Set<Server> servers) {
    this.servers = servers;
  }

  /** Those that speak to this server, ours first. */
  public static List<Client> of(Server server) {
    return Arrays.stream(values()).filter(client -> client.servers.contains(server)).toList();
  }

  /** Its name in arguments and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Starts it. The caller closes the contestant. */
  public Contestant open(Tables tables) throws Exception {
    return switch (this) {
      case OURS -> SqlxContestant.start(tables);
      case PGJDBC -> new JdbcContestant(JdbcDriver.PGJDBC, tables);
      case MYSQL_CONNECTOR_J -> new JdbcContestant(JdbcDriver.MYSQL_CONNECTOR_J, tables);
      case MARIADB_CONNECTOR_J -> new JdbcContestant(JdbcDriver.MARIADB_CONNECTOR_J, tables);
      case VERTX_PG_CLIENT -> VertxContestant.start(new VertxPostgresql(tables), tables.server());
      case VERTX_MYSQL_CLIENT -> VertxContestant.start(new VertxMysql(tables), tables.server());
    };
  }

  /** The version that is measured, of the jar that Maven resolved. */
  public String version() {
    return switch (this) {
      case OURS -> JarVersion.of("platform-runtime");
      case PGJDBC -> JarVersion.of("postgresql");
      case MYSQL_CONNECTOR_J -> JarVersion.of("mysql-connector-j");
      case MARIADB_CONNECTOR_J -> JarVersion.of("mariadb-java-client");
      case VERTX_PG_CLIENT -> JarVersion.of("vertx-pg-client");
      case VERTX_MYSQL_CLIENT -> JarVersion.of("vertx-mysql-client");
    };
  }
}
