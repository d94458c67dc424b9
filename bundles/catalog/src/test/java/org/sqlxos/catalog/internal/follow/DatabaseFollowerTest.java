package org.sqlxos.catalog.internal.follow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.LiveCatalog;
import org.sqlxos.catalog.internal.SqliteDatabase;
import org.sqlxos.catalog.internal.SqlitePack;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;

class DatabaseFollowerTest {

  private static final PackDescription PACK = SqlitePack.read();
  private static final Duration POLL = Duration.ofMillis(50);

  /** Tells each time that a session is asked for. */
  private static final class Watched implements ConnectedDatabase {
    private final SqliteDatabase database;
    private final Semaphore asked = new Semaphore(0);

    Watched(SqliteDatabase database) {
      this.database = database;
    }

    void untilAsked(int times) throws InterruptedException {
      asked.drainPermits();
      assertTrue(asked.tryAcquire(times, 20, TimeUnit.SECONDS), "the database is not asked");
    }

    @Override
    public String name() {
      return database.name();
    }

    @Override
    public PackDescription pack() {
      return database.pack();
    }

    @Override
    public Session borrow(Access access, Deadline deadline) {
      asked.release();
      return database.borrow(access, deadline);
    }
  }

  @TempDir Path folder;
  private SqliteDatabase database;
  private Watched watched;
  private final LinkedBlockingQueue<LiveCatalog> published = new LinkedBlockingQueue<>();
  private final CountDownLatch withdrawn = new CountDownLatch(1);
  private DatabaseFollower follower;

  @BeforeEach
  void create() {
    database = new SqliteDatabase("shop", folder.resolve("shop.db").toString(), PACK);
    database.change("CREATE TABLE a(x)");
    watched = new Watched(database);
    follower =
        new DatabaseFollower(
            watched,
            POLL,
            (name, catalog) -> {
              published.add(catalog);
              return withdrawn::countDown;
            });
  }

  @AfterEach
  void stop() {
    follower.stop();
    assertEquals(0, database.lent.get(), "sessions not given back");
  }

  private LiveCatalog live() throws InterruptedException {
    LiveCatalog catalog = published.poll(20, TimeUnit.SECONDS);
    assertNotNull(catalog, "no catalog appears");
    return catalog;
  }

  /** Waits, round by round of the follower, until the catalog has a relation. */
  private void untilKnown(LiveCatalog catalog, String relation) throws InterruptedException {
    for (int i = 0; catalog.snapshot().relation(relation).isEmpty(); i++) {
      assertTrue(i < 100, relation + " is not noticed");
      watched.untilAsked(1);
    }
  }

  @Test
  void noticesWhatAnotherProgramChanges() throws InterruptedException {
    follower.start();
    LiveCatalog catalog = live();
    assertTrue(catalog.snapshot().relation("a").isPresent());
    database.change("CREATE TABLE b(y)");
    untilKnown(catalog, "b");
    assertNull(published.poll(), "the catalog is offered once");
  }

  @Test
  void keepsTheInstanceWhileTheSchemaIsTheSame() throws InterruptedException {
    follower.start();
    LiveCatalog catalog = live();
    CatalogSnapshot first = catalog.snapshot();
    database.change("CREATE TABLE b(y)", "DROP TABLE b");
    watched.untilAsked(4);
    assertSame(first, catalog.snapshot());
  }

  @Test
  void servesTheLastSnapshotWhileTheDatabaseIsAway() throws InterruptedException {
    follower.start();
    LiveCatalog catalog = live();
    database.unreachable = true;
    watched.untilAsked(2);
    assertTrue(catalog.snapshot().relation("a").isPresent());
    database.change("CREATE TABLE b(y)");
    database.unreachable = false;
    untilKnown(catalog, "b");
  }

  @Test
  void appearsOnceTheFirstIntrospectionSucceeds() throws InterruptedException {
    database.unreachable = true;
    follower.start();
    watched.untilAsked(2);
    assertTrue(published.isEmpty());
    database.unreachable = false;
    assertTrue(live().snapshot().relation("a").isPresent());
  }

  @Test
  void movesToAnotherDatabaseOfTheSameNameWithoutAGap() throws InterruptedException {
    follower.start();
    LiveCatalog catalog = live();
    SqliteDatabase other = new SqliteDatabase("shop", folder.resolve("other.db").toString(), PACK);
    other.change("CREATE TABLE c(z)");
    Watched before = watched;
    watched = new Watched(other);
    follower.use(watched);
    before.database.unreachable = true;
    untilKnown(catalog, "c");
    assertEquals(1, withdrawn.getCount());
  }

  @Test
  void withdrawsTheCatalogWhenItStops() throws InterruptedException {
    follower.start();
    LiveCatalog unused = live();
    assertNotNull(unused);
    follower.stop();
    assertEquals(0, withdrawn.getCount());
  }

  @Test
  void stopsWhileADatabaseDoesNotAnswer() throws InterruptedException {
    follower.start();
    CountDownLatch waiting = new CountDownLatch(1);
    ConnectedDatabase silent =
        new ConnectedDatabase() {
          @Override
          public String name() {
            return "silent";
          }

          @Override
          public PackDescription pack() {
            return PACK;
          }

          @Override
          public Session borrow(Access access, Deadline deadline) {
            waiting.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("interrupted");
          }
        };
    DatabaseFollower follows = new DatabaseFollower(silent, POLL, (name, catalog) -> () -> {});
    follows.start();
    assertTrue(waiting.await(20, TimeUnit.SECONDS));
    follows.stop();
  }
}
