package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirevm.internal.pool.ConnectionPool;
import org.sqlxos.wirevm.internal.pool.Pool;
import org.sqlxos.wirevm.internal.pool.PoolClosed;
import org.sqlxos.wirevm.internal.pool.PoolSettings;
import org.sqlxos.wirevm.internal.pool.PoolSite;

/** What a session can do while it is lent, and what it leaves behind. */
abstract class PooledSuite {

  private final TestDatabase database;
  private List<Pool> pools;

  PooledSuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    pools = List.of(pool(8), pool(1));
  }

  private Pool pool(int readersEach) {
    return new ConnectionPool(
        PoolSite.of("test"),
        PoolSettings.of(new PoolSettings.Size(0, 2, readersEach)),
        deadline -> Wire.open(database.url(), deadline));
  }

  @AfterEach
  void close() {
    pools.forEach(Pool::close);
  }

  private static Session read(Pool pool) throws PoolClosed {
    return pool.borrow(Access.READ, "", Sessions.soon());
  }

  private static Object process(Session session) {
    return java.util.Objects.requireNonNull(Sessions.one(session, "SELECT pg_backend_pid()"));
  }

  @Test
  void whoeverSharesAConnectionGetsOneAloneForWhatNeedsIt() throws PoolClosed {
    for (Pool pool : pools) {
      try (Session session = read(pool)) {
        Sessions.run(session, "DROP TABLE IF EXISTS pooled");
        Sessions.run(session, "CREATE TABLE pooled (n int)");
        assertEquals(
            2,
            session.copyIn(
                Sessions.sql("COPY pooled FROM STDIN"),
                new ByteArrayInputStream("1\n2\n".getBytes()),
                Sessions.soon()));
      }
      try (Session session = read(pool)) {
        assertArrayEquals(
            new long[] {1, 1},
            session.executeBatch(
                Sessions.sql("INSERT INTO pooled VALUES ($1)"),
                List.of(List.of(3L), List.of(4L)),
                Sessions.soon()));
        session.begin(Access.READ, Isolation.SERIALIZABLE, Sessions.soon());
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        assertEquals(
            4, session.copyOut(Sessions.sql("COPY pooled TO STDOUT"), sink, Sessions.soon()));
        assertEquals("1\n2\n3\n4\n", sink.toString());
      }
      assertEquals(0, pool.state().busy());
    }
  }

  @Test
  void aSessionThatWaitedForNotificationsIsNotLentAgain() throws PoolClosed {
    for (Pool pool : pools) {
      Object listening;
      try (Session session = pool.borrow(Access.WRITE, "", Sessions.soon())) {
        Sessions.run(session, "LISTEN news");
        Sessions.run(session, "NOTIFY news, 'mine'");
        listening = process(session);
        assertEquals("mine", session.notification(Sessions.soon()).orElseThrow().payload());
      }
      for (int i = 0; i < 5; i++) {
        try (Session session = pool.borrow(Access.WRITE, "", Sessions.soon())) {
          assertNotEquals(listening, process(session));
        }
      }
    }
  }

  @Test
  void aListenerHearsNothingOfWhoeverComesNext() throws PoolClosed {
    for (Pool pool : pools) {
      List<String> heard = new ArrayList<>();
      Object process;
      try (Session session = pool.borrow(Access.WRITE, "", Sessions.soon())) {
        session.onNotice(notice -> heard.add(notice.message()));
        Sessions.run(session, "DO $$ BEGIN RAISE NOTICE 'mine'; END $$");
        process = process(session);
      }
      try (Session session = pool.borrow(Access.WRITE, "", Sessions.soon())) {
        assertEquals(process, process(session));
        Sessions.run(session, "DO $$ BEGIN RAISE NOTICE 'theirs'; END $$");
      }
      assertEquals(List.of("mine"), heard);
    }
  }

  @Test
  void aReaderThatWaitsLeavesTheConnectionToTheOthers() throws PoolClosed {
    for (Pool pool : pools) {
      try (Session session = read(pool)) {
        assertEquals(Optional.empty(), session.notification(Deadline.in(java.time.Duration.ZERO)));
        try (Session other = read(pool)) {
          assertNotEquals(process(session), process(other));
        }
      }
    }
  }
}
