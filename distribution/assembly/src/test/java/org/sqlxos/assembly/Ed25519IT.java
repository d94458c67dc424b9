package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/**
 * A way to authenticate that the engine does not have: the product started as its users start it
 * finds it as a service of the pack's bundle.
 */
class Ed25519IT {

  private static final Pattern START_PAGE = Pattern.compile("Start page +(http://\\S+)");

  /**
   * Where Debian's server has the plugin, which the newer one's archive lacks and takes as well.
   */
  private static final Path PLUGIN = Path.of("/usr/lib/mysql/plugin/auth_ed25519.so");

  /** What holds for each server. */
  abstract static class OnServer {

    @TempDir Path folder;

    @Test
    void theProductLogsIn(TestDatabase database) throws Exception {
      String user = "u_" + database.name().substring(database.name().length() - 8);
      try (Connection connection = database.asAdministrator().connect();
          Statement statement = connection.createStatement()) {
        install(statement);
        try {
          statement.execute(
              "CREATE USER '%s'@'%%' IDENTIFIED VIA ed25519 USING PASSWORD('s3crét')"
                  .formatted(user));
          statement.execute(
              "GRANT ALL ON `%s`.* TO '%s'@'%%'"
                  .formatted(database.name().replace("_", "\\_"), user));
          requireRefusedPassword(database, user);
          requireServed(database, user);
        } finally {
          statement.execute("DROP USER IF EXISTS '%s'@'%%'".formatted(user));
          statement.execute("UNINSTALL SONAME 'auth_ed25519'");
        }
      }
    }

    private static void install(Statement statement) throws SQLException, IOException {
      Assumptions.assumeTrue(Files.exists(PLUGIN), PLUGIN + " is missing (mariadb-server)");
      try (ResultSet rows = statement.executeQuery("SELECT @@plugin_dir")) {
        rows.next();
        Path plugin = Path.of(rows.getString(1)).resolve(PLUGIN.getFileName());
        if (!Files.exists(plugin)) {
          Files.createDirectories(plugin.getParent());
          Files.copy(PLUGIN, plugin);
        }
      }
      statement.execute("INSTALL SONAME 'auth_ed25519'");
    }

    private static String url(TestDatabase database, String user, String password) {
      return "mariadb://%s:%s@127.0.0.1:%d/%s"
          .formatted(user, password, database.port(), database.name());
    }

    private void requireRefusedPassword(TestDatabase database, String user) throws Exception {
      String url = url(database, user, "wrong");
      SqlxProcess sqlx = SqlxProcess.start(folder, "analyze", "--database=" + url);
      try {
        assertTrue(sqlx.process().waitFor(60, TimeUnit.SECONDS), sqlx.output());
      } finally {
        sqlx.process().destroyForcibly();
      }
      assertTrue(sqlx.output().contains("SQLX625"), sqlx.output());
    }

    private void requireServed(TestDatabase database, String user) throws Exception {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE boat (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL)");
      }
      String url = url(database, user, "s3cr%C3%A9t");
      SqlxProcess sqlx = SqlxProcess.start(folder, "dev", "--port=0", "--database=" + url);
      try {
        Matcher address =
            Await.until(
                "the URLs are printed",
                Duration.ofSeconds(60),
                () -> START_PAGE.matcher(sqlx.output()),
                Matcher::find);
        Http http = new Http(URI.create(address.group(1)));
        assertEquals(201, http.post("/api/boat", "{\"id\":1,\"name\":\"Marie\"}").status());
        assertEquals("Marie", http.get("/api/boat/1").json().at("/data/name").asText());
      } finally {
        sqlx.process().destroyForcibly();
      }
    }
  }

  @Nested
  @WithServer(DatabaseServer.MARIADB)
  class Mariadb extends OnServer {}

  @Nested
  @WithServer(DatabaseServer.MARIADB_10_11)
  class Mariadb1011 extends OnServer {}
}
