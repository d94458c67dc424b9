package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.fault.Ledger;
import org.sqlxos.testkit.fault.Load;
import org.sqlxos.testkit.fault.Opened;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.PrivateServer;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** A primary and its standby, of which one takes over from the other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class Postgresql15FailOverIT {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String CLIENTS =
      "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend'"
          + " AND pid <> pg_backend_pid()";

  private PrivateServer primary;
  private PrivateServer standby;

  @BeforeAll
  void start() {
    primary = PrivateServer.start(DatabaseServer.POSTGRESQL_15);
    standby = primary.standby();
    primary.ask(Ledger.table());
  }

  @AfterAll
  void stop() {
    standby.close();
    primary.close();
  }

  private String url(String parameters) {
    return primary.url("127.0.0.1:" + primary.port() + ",127.0.0.1:" + standby.port())
        + "?sslmode=disable"
        + parameters;
  }

  private static Deadline deadline() {
    return Deadline.in(Duration.ofSeconds(30));
  }

  private static List<Long> rows(PrivateServer server) {
    String ids = Objects.requireNonNull(server.ask("SELECT string_agg(id::text, ',') FROM ledger"));
    return Arrays.stream(ids.split(",", -1)).map(Long::parseLong).toList();
  }

  private static long clients(PrivateServer server) {
    return Long.parseLong(Objects.requireNonNull(server.ask(CLIENTS)));
  }

  private static Object inRecovery(Opened opened, Access access) {
    try (Session session = opened.database().borrow(access, deadline())) {
      return Objects.requireNonNull(Sessions.one(session, "SELECT pg_is_in_recovery()"));
    }
  }

  /** The last one: there is no way back. */
  @Test
  @Order(Integer.MAX_VALUE)
  void theStandbyTakesOverAndNoWriteThatWasAcknowledgedIsLost() {
    Ledger ledger = new Ledger("$1");
    try (Opened opened = Wire.database(url(""))) {
      try (Load load =
          new Load(opened.database(), ledger, Postgresql15FailOverIT::deadline).start(6, 6)) {
        Await.until("work", LIMIT, () -> load.reads() > 100 && ledger.acknowledged() > 100);
        assertEquals(0, clients(standby), "nothing goes to the standby unless it is asked for");
        primary.kill();
        standby.promote();
        long reads = load.reads();
        long writes = ledger.acknowledged();
        Await.until(
            "the new primary serves",
            LIMIT,
            () -> load.reads() > reads + 100 && ledger.acknowledged() > writes + 100);
        assertEquals(Map.of(), load.surprises());
        assertEquals(Map.of(), load.failures(), "reads wait for the new primary");
      }
    }
    assertEquals("", ledger.compare(rows(standby)));
  }

  @Test
  void readsGoToTheStandbyAndToThePrimaryWhereThereIsNoOther() {
    try (Opened opened = Wire.database(url("&read_from=prefer-standby"))) {
      assertEquals(true, inRecovery(opened, Access.READ));
      assertEquals(false, inRecovery(opened, Access.WRITE));
      assertTrue(clients(standby) > 0);
      standby.kill();
      assertEquals(false, inRecovery(opened, Access.READ));
      standby.restart();
    }
  }

  @Test
  void replicasAreForReadingOnlyAndAPrimaryTakesTheirPlace() {
    String url = primary.url() + "?sslmode=disable&replicas=127.0.0.1:" + standby.port();
    try (Opened opened = Wire.database(url)) {
      assertEquals(true, inRecovery(opened, Access.READ));
      assertEquals(false, inRecovery(opened, Access.WRITE));
      standby.kill();
      assertEquals(false, inRecovery(opened, Access.READ));
      standby.restart();
    }
  }

  @Test
  void whoeverAsksForARoleThatNobodyHasIsToldSo() {
    String url = primary.url() + "?sslmode=disable&target_session_attrs=standby";
    assertEquals("SQLX661", Sessions.code(() -> Wire.open(url)));
    try (Session session = Wire.open(url("&target_session_attrs=read-only"))) {
      assertEquals(true, Sessions.one(session, "SELECT pg_is_in_recovery()"));
    }
    try (Session session = Wire.open(url("&target_session_attrs=read-write"))) {
      assertEquals(false, Sessions.one(session, "SELECT pg_is_in_recovery()"));
    }
  }

  @Test
  void aPrimaryThatTakesNoWritesAnyMoreIsLeft() {
    try (Opened opened = Wire.database(url(""))) {
      assertEquals(false, inRecovery(opened, Access.WRITE));
      int before = opened.open();
      assertEquals(1, before);
      try (Session session = opened.database().borrow(Access.WRITE, deadline())) {
        session.begin(Access.READ, deadline());
        assertEquals(
            "SQLX612",
            Sessions.code(() -> Sessions.run(session, "INSERT INTO ledger (id) VALUES (0)")));
      }
      // Looked for anew: it is the same one, for it is a primary after all.
      assertEquals(false, inRecovery(opened, Access.WRITE));
      assertEquals(2, opened.report().pools().stream().mapToLong(p -> p.counts().opened()).sum());
    }
  }
}
