package org.sqlxos.testkit.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

class SharedServerIT {

  private static final List<TestDatabase> SEEN = new CopyOnWriteArrayList<>();

  @BeforeEach
  void forgetsWhatOthersSaw() {
    SEEN.clear();
  }

  @Test
  void givesTwoClassesTheSameServerAndDifferentDatabases() {
    run(OneFixture.class, OtherFixture.class);

    assertEquals(2, SEEN.stream().map(TestDatabase::name).distinct().count());
    assertEquals(1, SEEN.stream().map(TestDatabase::serverPid).distinct().count());
  }

  @Test
  void dropsTheDatabaseAfterTheClass() {
    run(OneFixture.class);

    assertThrows(SQLException.class, () -> SEEN.getFirst().connect().close());
  }

  @Test
  void sharesAClasssDatabaseWithItsNestedClassesButNotWithAnnotatedMethods() {
    run(NestingFixture.class);

    Set<String> names = SEEN.stream().map(TestDatabase::name).collect(Collectors.toSet());
    assertEquals(3, SEEN.size());
    assertEquals(2, names.size());
  }

  @Test
  void givesTheSameServerToAnotherJvmOfTheBuild() throws Exception {
    try (TestDatabase database = DatabaseServer.POSTGRESQL.createDatabase("this jvm")) {
      assertEquals(database.serverPid(), serverPidSeenByAnotherJvm());
    }
  }

  @Test
  void givesTheSameServerToThreadsThatAskAtOnce() throws Exception {
    List<Long> pids = new CopyOnWriteArrayList<>();
    List<Thread> threads =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              try (TestDatabase database =
                                  DatabaseServer.POSTGRESQL.createDatabase("thread")) {
                                pids.add(database.serverPid());
                              } catch (SQLException e) {
                                throw new IllegalStateException(e);
                              }
                            }))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }

    assertEquals(4, pids.size());
    assertEquals(1, Set.copyOf(pids).size());
  }

  private static long serverPidSeenByAnotherJvm() throws IOException, InterruptedException {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-D" + BuildProcess.PID_PROPERTY + "=" + BuildProcess.find().pid(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output =
        new String(other.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, other.waitFor());
    return Long.parseLong(output);
  }

  private static void run(Class<?>... fixtures) {
    EngineTestKit.Builder kit = EngineTestKit.engine("junit-jupiter");
    for (Class<?> fixture : fixtures) {
      kit.selectors(selectClass(fixture));
    }
    kit.execute().testEvents().assertStatistics(statistics -> statistics.failed(0).aborted(0));
  }

  /** Prints the server's process as a fork of the build sees it. */
  static final class OtherJvm {

    static void main() throws SQLException {
      try (TestDatabase database = DatabaseServer.POSTGRESQL.createDatabase("other jvm")) {
        System.out.println(database.serverPid());
      }
    }
  }

  @WithServer(DatabaseServer.POSTGRESQL)
  static class OneFixture {

    @Test
    void sees(TestDatabase database) {
      SEEN.add(database);
    }

    @Test
    void seesTheSameInEachTest(TestDatabase database) {
      SEEN.add(database);
    }
  }

  @WithServer(DatabaseServer.POSTGRESQL)
  static class OtherFixture {

    @Test
    void sees(TestDatabase database) {
      SEEN.add(database);
    }
  }

  @WithServer(DatabaseServer.POSTGRESQL)
  static class NestingFixture {

    @Test
    void seesTheClasss(TestDatabase database) {
      SEEN.add(database);
    }

    @Test
    @WithServer(DatabaseServer.POSTGRESQL)
    void seesItsOwn(TestDatabase database) {
      SEEN.add(database);
    }

    @Nested
    class Inner {

      @Test
      void seesTheOuterClasss(TestDatabase database) {
        SEEN.add(database);
      }
    }
  }
}
