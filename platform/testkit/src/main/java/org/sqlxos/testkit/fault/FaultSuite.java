package org.sqlxos.testkit.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.PrivateServer;

/**
 * What a pool has to survive: networks that cut, delay, stall and break in pieces, and a server
 * that is killed. The oracles are the server's own view, and a ledger of what was acknowledged.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class FaultSuite {

  private static final System.Logger LOG = System.getLogger(FaultSuite.class.getName());
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int CONNECTIONS = 6;

  /** What a JVM may have more at one time than at another, whatever it does. */
  private static final long SLACK_BYTES = 4 << 20;

  /** What may become of an operation that was in flight when its connection broke. */
  private static final Set<String> OF_LOSS =
      Set.of("SQLX609", "SQLX611", "SQLX653", "SQLX624", "SQLX633", Ledger.UNKNOWN);

  private final DatabaseServer kind;
  private final Function<String, Opened> opener;
  private final Dialect dialect;
  private PrivateServer server;

  /**
   * How the server is spoken to.
   *
   * @param parameter a statement's first parameter
   * @param ids the text of all ids of the ledger, with commas between
   * @param connections how many connections others have
   */
  public record Dialect(String parameter, String ids, String connections) {}

  /**
   * @param opener connects a URL
   */
  protected FaultSuite(DatabaseServer kind, Function<String, Opened> opener, Dialect dialect) {
    this.kind = kind;
    this.opener = opener;
    this.dialect = dialect;
  }

  @BeforeAll
  void startServer() {
    server = PrivateServer.start(kind);
  }

  @AfterAll
  void stopServer() {
    server.close();
  }

  @BeforeEach
  void makeTable() {
    server.ask("DROP TABLE IF EXISTS ledger");
    server.ask(Ledger.table());
  }

  private Opened open(FaultProxy proxy) {
    return open(proxy.place());
  }

  private Opened open(String place) {
    return opener.apply(
        server.url(place)
            + "?sslmode=disable&connect_timeout=2s&socket_timeout=3s&pool_max="
            + CONNECTIONS);
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  private List<Long> rows() {
    String ids = server.ask(dialect.ids());
    return ids == null || ids.isEmpty()
        ? List.of()
        : Arrays.stream(ids.replaceAll("[^0-9,]", "").split(",", -1)).map(Long::parseLong).toList();
  }

  private long serverConnections() {
    return Long.parseLong(Objects.requireNonNull(server.ask(dialect.connections())));
  }

  private static void requireOnlyLosses(Map<String, AtomicLong> failures) {
    assertTrue(OF_LOSS.containsAll(failures.keySet()), failures.toString());
  }

  private static void requireNoSurprise(Load load) {
    load.surprises().values().stream()
        .findFirst()
        .ifPresent(
            surprise -> {
              throw new AssertionError(surprise);
            });
  }

  static Stream<Fault> faults() {
    return Stream.of(
        new Fault.Cut(100),
        new Fault.Reset(100),
        new Fault.Delay(Duration.ofMillis(5)),
        new Fault.Stall(50, Duration.ofMillis(100)),
        new Fault.HalfClose(100),
        new Fault.SingleBytes());
  }

  @ParameterizedTest
  @MethodSource("faults")
  void readsSurviveEachFaultAndWritesAreNeitherLostNorDoubled(Fault fault) throws IOException {
    Ledger ledger = new Ledger(dialect.parameter());
    try (FaultProxy proxy = new FaultProxy(server.port());
        Opened opened = open(proxy)) {
      try (Load load = new Load(opened.database(), ledger, FaultSuite::deadline).start(4, 4)) {
        Await.until("some work", LIMIT, () -> load.reads() > 20 && ledger.acknowledged() > 20);
        for (int i = 0; i < 5; i++) {
          proxy.inject(fault);
          long reads = load.reads();
          long writes = ledger.acknowledged();
          Await.until(
              "work goes on",
              LIMIT,
              () -> load.reads() > reads + 20 && ledger.acknowledged() > writes + 20);
        }
        requireNoSurprise(load);
        assertEquals(Map.of(), load.failures(), "reads are run again");
      }
      requireOnlyLosses(ledger.failures());
      Await.until("all are back", LIMIT, () -> opened.busy() == 0);
    }
    Await.until("the server sees none of them", LIMIT, () -> serverConnections() == 0);
    assertEquals("", ledger.compare(rows()));
  }

  @Test
  void aServerThatIsKilledInAQueryIsServedAgainOnceItIsBack() throws IOException {
    Ledger ledger = new Ledger(dialect.parameter());
    try (FaultProxy proxy = new FaultProxy(server.port());
        Opened opened = open(proxy)) {
      try (Load load = new Load(opened.database(), ledger, FaultSuite::deadline).start(8, 8)) {
        Await.until("some work", LIMIT, () -> load.reads() > 100 && ledger.acknowledged() > 100);
        server.kill();
        server.restart();
        long reads = load.reads();
        long writes = ledger.acknowledged();
        Await.until(
            "work goes on",
            LIMIT,
            () -> load.reads() > reads + 100 && ledger.acknowledged() > writes + 100);
        requireNoSurprise(load);
        assertEquals(Map.of(), load.failures(), "reads wait for the server, and are run again");
      }
      requireOnlyLosses(ledger.failures());
      // Those in flight at that moment, one for each writer, and no other.
      assertTrue(
          ledger.failures().values().stream().mapToLong(AtomicLong::get).sum() <= 8,
          ledger.failures().toString());
      assertTrue(opened.open() <= CONNECTIONS);
    }
    Await.until("the server sees none of them", LIMIT, () -> serverConnections() == 0);
    assertEquals("", ledger.compare(rows()));
  }

  @Test
  void manyFaultsByChanceUnderLoadLeaveNothingBehind() throws IOException {
    int count = Integer.getInteger("sqlx.faults", 300);
    long seed = Long.getLong("sqlx.faults.seed", 20261121);
    Ledger ledger = new Ledger(dialect.parameter());
    long threads = Thread.getAllStackTraces().size();
    long files = openFiles();
    Random random = new Random(seed);
    RandomFaults faults = new RandomFaults(seed);
    try (FaultProxy proxy = new FaultProxy(server.port());
        Opened opened = open(proxy)) {
      try (Load load = new Load(opened.database(), ledger, FaultSuite::deadline).start(6, 6)) {
        for (int i = 0; i < count; i++) {
          proxy.injectOne(faults.get(), random.nextInt());
          long done = load.reads() + ledger.acknowledged();
          Await.until(
              "work after fault %d of seed %d".formatted(i, seed),
              LIMIT,
              () -> load.reads() + ledger.acknowledged() > done + 5);
        }
        requireNoSurprise(load);
        proxy.inject(new Fault.None());
      }
      requireOnlyLosses(ledger.failures());
      Await.until("all are back", LIMIT, () -> opened.busy() == 0);
      assertTrue(serverConnections() <= CONNECTIONS + 1, "more than the pool has");
    }
    Await.until("the server sees none of them", LIMIT, () -> serverConnections() == 0);
    assertEquals("", ledger.compare(rows()));
    Await.until("no file is left", LIMIT, FaultSuite::openFiles, now -> now <= files + 4);
    Await.until(
        "no thread is left",
        LIMIT,
        () -> Thread.getAllStackTraces().size(),
        now -> now <= threads + 8);
  }

  @Test
  void aNameThatMovesToAnotherAddressIsFollowed() throws IOException {
    Ledger ledger = new Ledger(dialect.parameter());
    String name = "database." + kind.name().toLowerCase(Locale.ROOT) + ".moving.test";
    try (FaultProxy before = new FaultProxy(server.port());
        FaultProxy after = new FaultProxy(server.port(), "127.0.0.2", before.port())) {
      MovingNames.move(name, "127.0.0.1");
      try (Opened opened = open(name + ":" + before.port());
          Load load = new Load(opened.database(), ledger, FaultSuite::deadline).start(4, 2)) {
        Await.until("work at the old address", LIMIT, () -> load.reads() > 100);
        assertEquals(0, after.connections());

        MovingNames.move(name, "127.0.0.2");
        before.refuse(true);
        before.inject(new Fault.Reset(0));

        long reads = load.reads();
        Await.until("work at the new address", LIMIT, () -> load.reads() > reads + 100);
        assertTrue(after.connections() > 0);
        assertEquals(0, before.connections());
        requireNoSurprise(load);
      }
    }
  }

  @Test
  void aLongRunNeedsNoMoreMemoryInItsSecondHalfThanInItsFirst() throws IOException {
    Duration half = Duration.ofSeconds(Integer.getInteger("sqlx.soak.seconds", 6)).dividedBy(2);
    Ledger ledger = new Ledger(dialect.parameter());
    try (FaultProxy proxy = new FaultProxy(server.port());
        Opened opened = open(proxy)) {
      long[] used = new long[2];
      for (int i = 0; i < 2; i++) {
        try (Load load = new Load(opened.database(), ledger, FaultSuite::deadline).start(6, 0)) {
          long end = System.nanoTime() + half.toNanos();
          Await.until("the end", half.plus(LIMIT), () -> System.nanoTime() - end >= 0);
          requireNoSurprise(load);
          assertEquals(Map.of(), load.failures());
          LOG.log(
              System.Logger.Level.INFO,
              "{0} reads, p50 {1}, p99 {2}",
              load.reads(),
              load.readTime(50),
              load.readTime(99));
        }
        used[i] = usedBytes();
        LOG.log(System.Logger.Level.INFO, "{0} bytes used", used[i]);
      }
      assertTrue(used[1] < used[0] + SLACK_BYTES, used[0] + " bytes, then " + used[1]);
    }
  }

  /** After everything that can be collected has been. */
  private static long usedBytes() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      least = Math.min(least, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return least;
  }

  private static long openFiles() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.count();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
