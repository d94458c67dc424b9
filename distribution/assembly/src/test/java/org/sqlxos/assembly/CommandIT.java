package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlxos.testkit.await.Await;

/** The {@code sqlx} command as a process of its own. */
class CommandIT {

  private static final Pattern START_PAGE = Pattern.compile("Start page +(http://\\S+)");

  @TempDir Path folder;

  @Test
  void devServesTheShopAndEndsCleanlyOnCtrlC() throws Exception {
    SqlxProcess sqlx = start("dev", "--port=0");
    try {
      Matcher address =
          Await.until(
              "the URLs are printed",
              Duration.ofSeconds(60),
              () -> START_PAGE.matcher(sqlx.output()),
              Matcher::find);
      Http http = new Http(URI.create(address.group(1)));
      assertEquals(200, http.get("/api/customers?limit=1").status());
      assertTrue(sqlx.output().contains("Ctrl-C ends it."), sqlx.output());

      interrupt(sqlx.process());

      assertTrue(sqlx.process().waitFor(30, TimeUnit.SECONDS), sqlx.output());
      assertEquals(130, sqlx.process().exitValue());
      assertFalse(sqlx.output().contains("Exception"), sqlx.output());
    } finally {
      sqlx.process().destroyForcibly();
    }
  }

  @Test
  void aSecondStartServesWhatTheFirstOneWrote() throws Exception {
    for (int start = 1; start <= 2; start++) {
      SqlxProcess sqlx = start("dev", "--port=0", "--data=" + folder.resolve("kept"));
      try {
        Matcher address =
            Await.until(
                "the URLs are printed",
                Duration.ofSeconds(60),
                () -> START_PAGE.matcher(sqlx.output()),
                Matcher::find);
        Http http = new Http(URI.create(address.group(1)));
        int status = http.post("/api/tags", "{\"label\":\"kept over a restart\"}").status();
        assertEquals(start == 1 ? 201 : 409, status);
        interrupt(sqlx.process());
        assertTrue(sqlx.process().waitFor(30, TimeUnit.SECONDS), sqlx.output());
      } finally {
        sqlx.process().destroyForcibly();
      }
    }
  }

  private static void interrupt(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
  }

  @Test
  void aPortInUseIsOneLineAndStatus2() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      assertRefused(
          "Cannot listen on 127.0.0.1 port " + taken.getLocalPort(),
          "dev",
          "--port=" + taken.getLocalPort());
    }
  }

  @Test
  void aMissingFileIsOneLineAndStatus2() throws Exception {
    assertRefused(
        "no-such.db", "dev", "--port=0", "--database=sqlite:" + folder.resolve("no-such.db"));
  }

  @Test
  void aFileThatIsNoDatabaseIsOneLineAndStatus2() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.txt"), "Dear database, ".repeat(100));

    assertRefused("letter.txt", "dev", "--port=0", "--database=sqlite:" + file);
  }

  @Test
  void anUnknownOptionIsOneLineAndStatus2() throws Exception {
    assertRefused("Unknown option: '--prot=1'", "dev", "--prot=1");
    assertRefused("perhaps you meant dev", "devv");
    assertRefused("\"seven\"", "dev", "--port=seven".replace("seven", "\"seven\""));
    assertRefused("--port takes a number from 0 to 65535", "dev", "--port=70000");
  }

  @Test
  void aSchemeThatNobodySpeaksNamesTheOnesInstalled() throws Exception {
    assertRefused("postgres:, postgresql:, ", "dev", "--port=0", "--database=abacus://localhost");
    assertRefused("a database URL looks like", "dev", "--port=0", "--database=shop.db");
  }

  @Test
  void aConfigurationWithAnUnknownKeyNamesItsLine() throws Exception {
    Path file = Files.writeString(folder.resolve("sqlx.yaml"), "http:\n  port: 0\n  prot: 1\n");

    assertRefused("line 3: nobody knows the key \"http.prot\"", "serve", "--config=" + file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "dev --help",
        "serve --help",
        "help dev",
        "--version",
        "analyze --help",
        "pack --help",
        "pack check --help"
      })
  void everyCommandHasHelp(String arguments) throws Exception {
    SqlxProcess sqlx = start(arguments.split(" "));

    assertTrue(sqlx.process().waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, sqlx.process().exitValue(), sqlx.output());
    assertTrue(sqlx.output().contains("SQLx OS") || sqlx.output().contains("Usage: sqlx"));
  }

  private void assertRefused(String message, String... arguments) throws Exception {
    SqlxProcess sqlx = start(arguments);
    try {
      assertTrue(sqlx.process().waitFor(60, TimeUnit.SECONDS), sqlx.output());
    } finally {
      sqlx.process().destroyForcibly();
    }
    assertEquals(2, sqlx.process().exitValue(), sqlx.output());
    assertEquals(1, sqlx.output().strip().lines().count(), sqlx.output());
    assertTrue(sqlx.output().startsWith("sqlx: "), sqlx.output());
    assertTrue(sqlx.output().contains(message), sqlx.output());
  }

  private SqlxProcess start(String... arguments) throws IOException {
    return SqlxProcess.start(folder, arguments);
  }
}
