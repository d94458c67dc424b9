package org.sqlxos.benchmarks.wire.data;

import java.util.List;
import java.util.Locale;
import org.sqlxos.testkit.server.DatabaseServer;

/** The servers that are spoken to. */
public enum Server {
  POSTGRESQL(
      DatabaseServer.POSTGRESQL,
      true,
      List.of(
          """
          CREATE TABLE item (id int PRIMARY KEY, serial bigint NOT NULL, label text NOT NULL,
            price numeric(12,2) NOT NULL, changed timestamp(6) NOT NULL, due date NOT NULL,
            active boolean NOT NULL, weight float8 NOT NULL, code uuid NOT NULL,
            digest bytea NOT NULL)
          """,
          // Compressed by the server, it would measure the server.
          "CREATE TABLE document (id int PRIMARY KEY, content bytea STORAGE EXTERNAL NOT NULL)",
          """
          CREATE TABLE delivery (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            customer int NOT NULL, note text NOT NULL, amount numeric(12,2) NOT NULL)
          """)),
  MYSQL(DatabaseServer.MYSQL, false, mysqlTables()),
  MARIADB(DatabaseServer.MARIADB, false, mysqlTables());

  private final DatabaseServer server;
  private final boolean numbered;
  private final List<String> tables;

  Server(DatabaseServer server, boolean numbered, List<String> tables) {
    this.server = server;
    this.numbered = numbered;
    this.tables = tables;
  }

  /** The server of the test library. */
  public DatabaseServer server() {
    return server;
  }

  /** The statements with the placeholders that its protocol takes. */
  public Statements statements() {
    return new Statements(numbered);
  }

  /** Whether it has a type for UUIDs; else they are texts of 36 characters. */
  public boolean hasUuid() {
    return this == POSTGRESQL;
  }

  /** The statements that make the tables. */
  public List<String> tables() {
    return tables;
  }

  /** Its name in arguments and results. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static List<String> mysqlTables() {
    return List.of(
        """
        CREATE TABLE item (id int PRIMARY KEY, serial bigint NOT NULL, label varchar(200) NOT NULL,
          price decimal(12,2) NOT NULL, changed datetime(6) NOT NULL, due date NOT NULL,
          active boolean NOT NULL, weight double NOT NULL, code char(36) NOT NULL,
          digest varbinary(32) NOT NULL)
        """,
        "CREATE TABLE document (id int PRIMARY KEY, content longblob NOT NULL)",
        """
        CREATE TABLE delivery (id bigint AUTO_INCREMENT PRIMARY KEY,
          customer int NOT NULL, note varchar(200) NOT NULL, amount decimal(12,2) NOT NULL)
        """);
  }
}
