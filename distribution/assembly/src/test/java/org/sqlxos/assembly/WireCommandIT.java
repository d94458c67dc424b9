package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

/** The {@code sqlx} command with databases that are reached over a wire. */
class WireCommandIT {

  private static final Pattern START_PAGE = Pattern.compile("Start page +(http://\\S+)");

  /** What holds for each server. */
  abstract static class OnServer {

    @TempDir Path folder;

    abstract String scheme();

    private String url(TestDatabase database, String password) {
      return "%s://%s:%s@127.0.0.1:%d/%s?sslmode=require"
          .formatted(scheme(), database.user(), password, database.port(), database.name());
    }

    @Test
    void devServesIt(TestDatabase database) throws Exception {
      create(database);
      SqlxProcess sqlx =
          SqlxProcess.start(
              folder, "dev", "--port=0", "--database=" + url(database, database.password()));
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
        assertFalse(sqlx.output().contains(database.password()), sqlx.output());
      } finally {
        sqlx.process().destroyForcibly();
      }
    }

    @Test
    void analyzeTellsWhatItIs(TestDatabase database) throws Exception {
      create(database);

      String told = finish(0, "analyze", "--database=" + url(database, database.password()));

      assertTrue(told.contains("1 table and 0 views"), told);
      assertTrue(told.contains("Encryption  TLSv1."), told);
      assertFalse(told.contains(database.password()), told);
    }

    @Test
    void theTraceShowsTheConversationAndNoSecret(TestDatabase database) throws Exception {
      String told =
          finish(0, "analyze", "--trace", "--database=" + url(database, database.password()));

      assertTrue(told.lines().anyMatch(line -> line.startsWith("--  encrypted from here")), told);
      assertTrue(told.lines().anyMatch(line -> line.startsWith("--  version ")), told);
      assertTrue(told.contains("=***"), told);
      assertTrue(told.contains("url.user=\"" + database.user() + "\""), told);
      assertFalse(told.contains(database.password()), told);
    }

    @Test
    void aWrongPasswordIsOneLineWithoutIt(TestDatabase database) throws Exception {
      String told = finish(2, "analyze", "--database=" + url(database, "not-the-one"));

      assertEquals(1, told.strip().lines().count(), told);
      assertTrue(told.contains("SQLX625"), told);
      assertFalse(told.contains("not-the-one"), told);
    }

    private String finish(int status, String... arguments) throws Exception {
      SqlxProcess sqlx = SqlxProcess.start(folder, arguments);
      try {
        assertTrue(sqlx.process().waitFor(60, TimeUnit.SECONDS), sqlx.output());
      } finally {
        sqlx.process().destroyForcibly();
      }
      assertEquals(status, sqlx.process().exitValue(), sqlx.output());
      return sqlx.output();
    }

    private static void create(TestDatabase database) throws SQLException {
      try (Connection connection = database.connect();
          Statement statement = connection.createStatement()) {
        statement.execute("DROP TABLE IF EXISTS boat");
        statement.execute("CREATE TABLE boat (id INTEGER PRIMARY KEY, name VARCHAR(40) NOT NULL)");
      }
    }
  }

  @Nested
  @WithServer(DatabaseServer.POSTGRESQL)
  class Postgresql extends OnServer {
    @Override
    String scheme() {
      return "postgresql";
    }
  }

  @Nested
  @WithServer(DatabaseServer.MYSQL)
  class Mysql extends OnServer {
    @Override
    String scheme() {
      return "mysql";
    }
  }

  @Nested
  @WithServer(DatabaseServer.MARIADB)
  class Mariadb extends OnServer {
    @Override
    String scheme() {
      return "mariadb";
    }
  }

  /** Packs are checked without any server. */
  @Nested
  class PackCheck {

    @TempDir Path folder;

    private String check(int status, Path file) throws Exception {
      SqlxProcess sqlx = SqlxProcess.start(folder, "pack", "check", file.toString());
      assertTrue(sqlx.process().waitFor(60, TimeUnit.SECONDS), sqlx.output());
      assertEquals(status, sqlx.process().exitValue(), sqlx.output());
      return sqlx.output().strip();
    }

    @Test
    void whatIsNoPackIsOneLineAndStatus2() throws Exception {
      Path missing = folder.resolve("missing.json");
      assertEquals("sqlx: " + missing + ": there is no such file", check(2, missing));
      assertEquals("sqlx: " + folder + ": it is a folder", check(2, folder));
      Path letter = Files.writeString(folder.resolve("letter.json"), "Dear database");
      String told = check(2, letter);
      assertTrue(told.startsWith(letter + ": $: well-formed JSON expected"), told);
      assertEquals(1, told.lines().count(), told);
    }

    @Test
    void whatIsTooLargeIsOneLineAndStatus2() throws IOException, Exception {
      Path large = folder.resolve("large.json");
      Files.write(large, List.of("\"", "x".repeat(5 << 20), "\""));

      assertEquals(large + ": $: at most 4194304 bytes expected", check(2, large));
    }
  }
}
