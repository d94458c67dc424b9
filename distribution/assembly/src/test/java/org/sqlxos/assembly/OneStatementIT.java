package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.PrivateServer;

/** What the server's own log says of a read. */
class OneStatementIT {

  private static final String READ =
      "/api/users?select=name,posts(title,comments(body,user(name,posts(id))),tags(label))"
          + "&posts.limit=2&sort=id";

  @Test
  void aReadOfAnyNestingIsOneStatement() throws IOException, SQLException {
    try (PrivateServer server = PrivateServer.start(DatabaseServer.MYSQL)) {
      server.ask("CREATE DATABASE related");
      URI url = URI.create(server.url());
      String[] login = url.getUserInfo().split(":", 2);
      try (Connection connection =
          DriverManager.getConnection(
              "jdbc:mysql://127.0.0.1:%d/related?sslMode=DISABLED&allowPublicKeyRetrieval=true"
                  .formatted(server.port()),
              login[0],
              login[1])) {
        Sql.execute(connection, RelatedSchema.statements());
      }
      server.ask("SET GLOBAL log_output = 'TABLE'");
      server.ask("SET GLOBAL general_log = 'ON'");
      String database = server.url().replaceFirst("/mysql(?=[?]|$)", "/related");
      try (Product product = Product.servingUrl(database)) {
        Http.Answer answer = product.http().get(READ);

        assertEquals(200, answer.status(), answer::toString);
        assertEquals(3, answer.json().get("data").size());
      }
      // Statements of the one that looks at the schema read none of these tables.
      assertEquals(
          "1",
          server.ask(
              "SELECT COUNT(*) FROM mysql.general_log WHERE command_type IN ('Execute', 'Query')"
                  + " AND CONVERT(argument USING utf8mb4) LIKE CONCAT('%FROM ', '`users`%')"));
    }
  }
}
