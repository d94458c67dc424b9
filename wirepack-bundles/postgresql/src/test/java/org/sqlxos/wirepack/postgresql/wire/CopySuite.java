package org.sqlxos.wirepack.postgresql.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.Session;

/** Copies in both directions; the vendor's driver writes what is read here, and the other way. */
abstract class CopySuite {

  private static final String IN = "COPY parcel FROM STDIN";
  private static final String OUT = "COPY parcel TO STDOUT";

  private final TestDatabase database;
  private Session session;

  CopySuite(TestDatabase database) {
    this.database = database;
  }

  @BeforeEach
  void open() {
    session = Wire.open(database);
    Sessions.run(session, "DROP TABLE IF EXISTS parcel");
    Sessions.run(session, "CREATE TABLE parcel (n bigint, label text, content bytea)");
  }

  @AfterEach
  void close() {
    session.close();
  }

  private long parcels() {
    return (long) Sessions.one(session, "SELECT count(*) FROM parcel");
  }

  private long in(String statement, InputStream source) {
    return session.copyIn(Sessions.sql(statement), source, Sessions.soon());
  }

  private long in(String rows) {
    return in(IN, new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)));
  }

  private byte[] out(String statement, long expected) {
    ByteArrayOutputStream sink = new ByteArrayOutputStream();
    assertEquals(expected, session.copyOut(Sessions.sql(statement), sink, Sessions.soon()));
    return sink.toByteArray();
  }

  /** Rows without end, or up to a number of bytes. */
  private static final class Rows extends InputStream {
    private static final byte[] ROW = ("7\t" + "x".repeat(96) + "\t\\N\n").getBytes();
    private final long most;
    private long given;

    Rows(long most) {
      this.most = most;
    }

    @Override
    public int read() {
      return given >= most ? -1 : ROW[(int) (given++ % ROW.length)];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      int count = (int) Math.min(length, most - given);
      for (int i = 0; i < count; i++) {
        bytes[offset + i] = ROW[(int) ((given + i) % ROW.length)];
      }
      given += count;
      return count == 0 ? -1 : count;
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " (FORMAT csv, HEADER)", " (FORMAT binary)"})
  void theDriverReadsWhatIsCopiedAndWritesWhatIsRead(String format) throws Exception {
    String rows =
        """
        SELECT n, CASE WHEN n % 7 = 0 THEN NULL ELSE repeat(E'ä"\\t,\\n\\\\', (n % 50)::int) END,
          CASE WHEN n % 5 = 0 THEN NULL ELSE decode(md5(n::text), 'hex') END
        FROM generate_series(1, 5000) n
        """;
    Sessions.run(session, "INSERT INTO parcel " + rows);
    String sorted = "COPY (SELECT * FROM parcel ORDER BY n) TO STDOUT" + format;
    byte[] mine = out(sorted, 5000);
    try (Connection connection = database.connect()) {
      CopyManager driver = connection.unwrap(PGConnection.class).getCopyAPI();
      ByteArrayOutputStream theirs = new ByteArrayOutputStream();
      driver.copyOut(sorted, theirs);
      assertArrayEquals(theirs.toByteArray(), mine);
      Sessions.run(session, "CREATE TEMP TABLE given AS SELECT * FROM parcel");
      Sessions.run(session, "TRUNCATE parcel");
      assertEquals(5000, driver.copyIn(IN + format, new ByteArrayInputStream(mine)));
      requireSame();
      Sessions.run(session, "TRUNCATE parcel");
      assertEquals(5000, in(IN + format, new ByteArrayInputStream(theirs.toByteArray())));
      requireSame();
    }
  }

  private void requireSame() {
    assertEquals(
        0L,
        Sessions.one(
            session,
            """
            SELECT count(*) FROM (
              (TABLE given EXCEPT ALL TABLE parcel) UNION ALL (TABLE parcel EXCEPT ALL TABLE given)
            ) d
            """));
  }

  @Test
  void nothingIsCopiedFromNothing() {
    assertEquals(0, in(""));
    assertEquals(0, out(OUT, 0).length);
    assertEquals(1, in("1\t\t\\N\n"));
    assertEquals(1, parcels());
  }

  @Test
  void aSourceThatGivesAByteAtATimeIsCopied() {
    InputStream slow =
        new ByteArrayInputStream("1\ta\t\\N\n2\tb\t\\N\n".getBytes()) {
          @Override
          public synchronized int read(byte[] bytes, int offset, int length) {
            return super.read(bytes, offset, Math.min(1, length));
          }

          @Override
          public synchronized int available() {
            return 0;
          }
        };
    assertEquals(2, in(IN, slow));
  }

  @Test
  void oneFieldOfTenMegabytesComesBack() {
    int length = 10_000_000;
    assertEquals(1, in("1\t" + "y".repeat(length) + "\t\\N\n"));
    assertEquals(length, out(OUT, 1).length - "1\t\t\\N\n".length());
  }

  @Test
  void aHundredMegabytesTakeNoMemory() {
    long most = 100L * 1024 * 1024 / Rows.ROW.length * Rows.ROW.length;
    long before = allocated();
    assertEquals(most / Rows.ROW.length, in(IN, new Rows(most)));
    assertTrue(allocated() - before < 16 * 1024 * 1024, "allocated while copying in");
    long[] bytes = {0};
    session.copyOut(
        Sessions.sql(OUT),
        new OutputStream() {
          @Override
          public void write(int b) {
            bytes[0]++;
          }

          @Override
          public void write(byte[] data, int offset, int length) {
            bytes[0] += length;
          }
        },
        Sessions.soon());
    assertEquals(most, bytes[0]);
  }

  /** By this thread; what reads answers meanwhile allocates for answers only. */
  private static long allocated() {
    return ((com.sun.management.ThreadMXBean)
            java.lang.management.ManagementFactory.getThreadMXBean())
        .getCurrentThreadAllocatedBytes();
  }

  @Test
  void aRowThatIsRefusedStopsTheSending() {
    Rows endless = new Rows(Long.MAX_VALUE);
    Sessions.run(session, "ALTER TABLE parcel ADD CHECK (n <> 7)");
    assertEquals("SQLX641", Sessions.code(() -> in(IN, endless)));
    assertEquals(0, parcels());
    assertTrue(session.usable());
  }

  @Test
  void rowsWithTooFewOrTooManyColumnsAreRefused() {
    for (String rows : List.of("1\n", "1\ta\t\\N\t9\n", "x\ta\t\\N\n", "1\ta")) {
      Problem problem = Sessions.refusal(() -> in("1\ta\t\\N\n" + rows));
      assertTrue(problem.sqlState().isPresent(), problem.toString());
      assertEquals(0, parcels());
    }
  }

  @Test
  void aSourceThatFailsUndoesTheCopy() {
    InputStream failing =
        new InputStream() {
          private final Rows rows = new Rows(1_000_000);

          @Override
          public int read() throws IOException {
            throw new IOException("not this way");
          }

          @Override
          public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = rows.read(bytes, offset, length);
            if (count < 0) {
              throw new IOException("the disk is gone");
            }
            return count;
          }
        };
    Problem problem = Sessions.refusal(() -> in(IN, failing));
    assertEquals("SQLX656", problem.code().code());
    assertTrue(problem.detail().contains("the disk is gone"), problem.detail());
    assertEquals(0, parcels());
  }

  @Test
  void aSinkThatFailsStopsTheStatement() {
    Sessions.run(
        session, "INSERT INTO parcel SELECT n, repeat('x', 100) FROM generate_series(1,9) n");
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("no space");
          }
        };
    String endless = "COPY (SELECT generate_series(1, 999999999), repeat('x', 99)) TO STDOUT";
    for (String statement : List.of(endless, OUT)) {
      Problem problem =
          Sessions.refusal(() -> session.copyOut(Sessions.sql(statement), full, Sessions.soon()));
      assertEquals("SQLX657", problem.code().code());
      assertTrue(problem.detail().contains("no space"), problem.detail());
      assertEquals(9, parcels());
    }
  }

  @Test
  void theWrongWayIsRefused() {
    assertEquals("SQLX655", Sessions.code(() -> in(OUT, new Rows(100_000))));
    assertEquals("SQLX655", Sessions.code(() -> out(IN, 0)));
    assertEquals("SQLX655", Sessions.code(() -> in("SELECT 1", new Rows(100_000))));
    assertEquals("SQLX655", Sessions.code(() -> out("SELECT 1", 0)));
    assertEquals("SQLX655", Sessions.code(() -> in("", new Rows(100_000))));
    assertEquals(
        "SQLX655", Sessions.code(() -> in(IN + ";" + IN, new Rows(10L * Rows.ROW.length))));
    assertEquals("SQLX655", Sessions.code(() -> out(OUT + ";" + IN, 0)));
    assertEquals("SQLX613", Sessions.code(() -> in("COPI", new Rows(100_000))));
    assertEquals(0, parcels());
  }

  @Test
  void aCopyIsPartOfItsTransaction() {
    session.begin(Access.WRITE, Sessions.soon());
    assertEquals(1, in("1\ta\t\\N\n"));
    assertEquals(1, parcels());
    session.rollback();
    assertEquals(0, parcels());
  }

  /** Each row has the server say more than the row is long, while it is still being sent. */
  @Test
  void aServerThatTalksMeanwhileIsListenedTo() {
    Sessions.run(
        session,
        """
        CREATE OR REPLACE FUNCTION talk() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE NOTICE '%', repeat('n', 2000); RETURN NEW; END $$
        """);
    Sessions.run(
        session,
        "CREATE TRIGGER talk BEFORE INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION talk()");
    long[] heard = {0};
    session.onNotice(_ -> heard[0]++);
    long rows = 20_000;
    assertEquals(rows, in(IN, new Rows(rows * Rows.ROW.length)));
    assertEquals(rows, heard[0]);
  }

  @Test
  void aDeadlineEndsBothWays() {
    Deadline soon = Deadline.in(Duration.ofMillis(400));
    assertEquals(
        "SQLX609",
        Sessions.code(() -> session.copyIn(Sessions.sql(IN), new Rows(Long.MAX_VALUE), soon)));
    assertEquals(0, parcels());
    Deadline later = Deadline.in(Duration.ofMillis(400));
    assertEquals(
        "SQLX609",
        Sessions.code(
            () ->
                session.copyOut(
                    Sessions.sql("COPY (SELECT pg_sleep(600)) TO STDOUT"),
                    OutputStream.nullOutputStream(),
                    later)));
    assertEquals(0, parcels());
  }

  @Test
  void twoThreadsThatCancelAtOnceEndACopy() {
    CompletableFuture<String> code = new CompletableFuture<>();
    Rows endless = new Rows(Long.MAX_VALUE);
    Thread.ofVirtual().start(() -> code.complete(Sessions.code(() -> in(IN, endless))));
    Await.until("rows to flow", Duration.ofSeconds(20), () -> endless.given > 1_000_000);
    Thread one = Thread.ofVirtual().start(session::cancel);
    Thread other = Thread.ofVirtual().start(session::cancel);
    assertEquals("SQLX610", code.join());
    join(one);
    join(other);
    assertEquals(0, parcels());
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aServerThatEndsInTheMiddleIsLost() throws SQLException {
    Object process = Sessions.one(session, "SELECT pg_backend_pid()");
    CompletableFuture<String> code = new CompletableFuture<>();
    Rows endless = new Rows(Long.MAX_VALUE);
    Thread.ofVirtual().start(() -> code.complete(Sessions.code(() -> in(IN, endless))));
    Await.until("rows to flow", Duration.ofSeconds(20), () -> endless.given > 1_000_000);
    try (Connection administrator = database.asAdministrator().connect();
        Statement statement = administrator.createStatement()) {
      statement.execute("SELECT pg_terminate_backend(%s, 20000)".formatted(process));
    }
    assertEquals("SQLX611", code.join());
    assertFalse(session.usable());
  }

  @Test
  void encryptedTheSame() {
    try (Session encrypted = Wire.open(database.url() + "?sslmode=require")) {
      long rows = 200_000;
      assertEquals(
          rows,
          encrypted.copyIn(Sessions.sql(IN), new Rows(rows * Rows.ROW.length), Sessions.soon()));
      ByteArrayOutputStream sink = new ByteArrayOutputStream();
      assertEquals(rows, encrypted.copyOut(Sessions.sql(OUT), sink, Sessions.soon()));
      assertEquals(rows * Rows.ROW.length, sink.size());
      Sessions.run(session, "ALTER TABLE parcel ADD CHECK (n > 7) NOT VALID");
      assertEquals(
          "SQLX641",
          Sessions.code(
              () -> encrypted.copyIn(Sessions.sql(IN), new Rows(Long.MAX_VALUE), Sessions.soon())));
      assertTrue(encrypted.usable());
    }
  }
}
