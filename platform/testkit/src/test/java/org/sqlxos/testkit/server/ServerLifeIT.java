package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.await.Await;

/** Servers of a build of their own, so that no other test loses its server. */
class ServerLifeIT {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path base;
  private Process build;
  private BuildDirectory directory;
  private BuildServers servers;

  @BeforeEach
  void startsWhatStandsForABuild() throws IOException {
    // Ends by itself if this JVM is killed: its input ends then.
    build = new ProcessBuilder("cat").start();
    directory = BuildDirectory.open(base, LinuxProcess.of(build.pid()).orElseThrow());
    servers = new BuildServers(directory);
  }

  @AfterEach
  void endsTheBuildAndSoItsServers() {
    build.destroyForcibly();
    Await.until(
        "the folder of the build to be removed", LIMIT, () -> !Files.exists(directory.path()));
  }

  @Test
  void endsTheServerAndRemovesItsFilesWhenTheBuildEnds() throws Exception {
    RunningServer server = servers.obtain(DatabaseServer.POSTGRESQL);

    build.destroyForcibly();

    Await.until("the server to end", LIMIT, () -> !server.processes().server().isAlive());
    Await.until("its files to go", LIMIT, () -> !Files.exists(server.layout().directory()));
    Await.until("the keeper to end", LIMIT, () -> !server.processes().keeper().isAlive());
    assertFalse(Files.exists(directory.path()));
  }

  @Test
  void replacesAServerThatWasKilled() throws Exception {
    RunningServer killed = servers.obtain(DatabaseServer.POSTGRESQL);
    killed.processes().server().kill();
    Await.until("the server to die", LIMIT, () -> !killed.processes().server().isAlive());

    assertWorkingReplacementOf(killed);
  }

  @Test
  void replacesAServerWhoseKeeperWasKilledAndEndsIt() throws Exception {
    RunningServer orphaned = servers.obtain(DatabaseServer.POSTGRESQL);
    orphaned.processes().keeper().kill();
    Await.until("the keeper to die", LIMIT, () -> !orphaned.processes().keeper().isAlive());
    assertTrue(orphaned.processes().server().isAlive());

    assertWorkingReplacementOf(orphaned);
    Await.until("the orphan to end", LIMIT, () -> !orphaned.processes().server().isAlive());
  }

  @Test
  void removesWhatABuildHasLeftWhoseKeeperWasKilled() throws Exception {
    RunningServer orphaned = servers.obtain(DatabaseServer.POSTGRESQL);
    orphaned.processes().keeper().kill();
    build.destroyForcibly().waitFor();

    BuildDirectory.open(base, LinuxProcess.current());

    Await.until("the orphan to end", LIMIT, () -> !orphaned.processes().server().isAlive());
    assertFalse(Files.exists(directory.path()));
  }

  private void assertWorkingReplacementOf(RunningServer ended)
      throws ServerUnavailableException, SQLException {
    RunningServer replacement = servers.obtain(ended.kind());
    assertNotEquals(ended.processes().server(), replacement.processes().server());
    assertEquals(replacement, servers.obtain(ended.kind()));
    try (TestDatabase database = TestDatabase.create(replacement, "replacement")) {
      database.connect().close();
    }
    Await.until(
        "the files of the one that ended to go",
        LIMIT,
        () -> !Files.exists(ended.layout().directory()));
  }
}
