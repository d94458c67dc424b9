package org.sqlxos.wirepack.mysql.wire;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.function.Executable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirepack.mysql.internal.Ed25519Signature;
import org.sqlxos.wirevm.internal.auth.Functions;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackFaults;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** Sessions that speak the pack, without OSGi, and short ways to use them. */
final class Wire {

  /** What the bundle offers as a service. */
  private static final Functions FUNCTIONS =
      name -> name.equals("mysql-ed25519") ? Optional.of(new Ed25519Signature()) : Optional.empty();

  private static final WirePack PACK = pack();

  private Wire() {}

  private static WirePack pack() {
    ClassLoader classes = Wire.class.getClassLoader();
    try (InputStream document = classes.getResourceAsStream("wirepack.json")) {
      return PackEngine.of(
          PackParser.parse(Objects.requireNonNull(document), FUNCTIONS),
          classes::loadClass,
          new DeadlineWatch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (PackFaults e) {
      throw new IllegalStateException(e);
    }
  }

  /** Far enough away that only a test that hangs meets it. */
  static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(60));
  }

  static Session open(String url) {
    return PACK.connect(ConnectionUrl.parse(url), soon());
  }

  /** With parameters of the URL, as {@code name=value}. */
  static Session open(TestDatabase database, String... parameters) {
    return open(database.url() + "?" + String.join("&", parameters));
  }

  /** As another user. */
  static String url(TestDatabase database, String user, String password) {
    return "mysql://%s:%s@127.0.0.1:%d/%s"
        .formatted(user, password, database.port(), database.name());
  }

  static TargetStatement sql(String text, @Nullable Object... parameters) {
    return new TargetStatement(text, Arrays.asList(parameters), List.of(), true);
  }

  static long run(Session session, String text, @Nullable Object... parameters) {
    return session.execute(sql(text, parameters), soon());
  }

  static List<List<@Nullable Object>> rows(
      Session session, String text, @Nullable Object... parameters) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (Cursor cursor = session.query(sql(text, parameters), soon())) {
      int columns = -1;
      while (cursor.next()) {
        columns = columns < 0 ? columns(cursor) : columns;
        List<@Nullable Object> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          row.add(value(cursor, i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** A cursor's caller knows its columns; tests find them out. */
  private static int columns(Cursor cursor) {
    int columns = 0;
    while (true) {
      try {
        cursor.kind(columns);
      } catch (IndexOutOfBoundsException e) {
        return columns;
      }
      columns++;
    }
  }

  /** The only value of the only row. */
  static @Nullable Object one(Session session, String text, @Nullable Object... parameters) {
    List<List<@Nullable Object>> rows = rows(session, text, parameters);
    if (rows.size() != 1) {
      throw new AssertionError("one row is expected, not " + rows);
    }
    return rows.getFirst().getFirst();
  }

  static @Nullable Object value(Cursor cursor, int column) {
    return switch (cursor.kind(column)) {
      case NULL -> null;
      case BOOLEAN -> cursor.getBoolean(column);
      case INTEGER -> cursor.getLong(column);
      case FLOAT -> cursor.getDouble(column);
      case DECIMAL, TEXT, JSON -> cursor.getText(column);
      case BYTES -> cursor.getBytes(column);
    };
  }

  /** What a call is refused with. */
  static Problem refusal(Executable call) {
    return assertThrows(ProblemException.class, call).problem();
  }

  /** The code that a call is refused with. */
  static String code(Executable call) {
    return refusal(call).code().code();
  }
}
