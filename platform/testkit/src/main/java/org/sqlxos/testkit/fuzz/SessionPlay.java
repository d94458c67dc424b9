package org.sqlxos.testkit.fuzz;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.session.Connections;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Session;

/**
 * A conversation over one session: queries, all of whose values are read; statements that the
 * server refuses; what the database says of its schema; and whatever else a protocol has.
 *
 * @param serverPort the port of the real server
 * @param url of the database; with what it is played to, its port is replaced
 * @param queries run one after the other
 * @param refused run after those; a real server refuses each
 * @param more run last
 */
public record SessionPlay(
    Connections connections,
    int serverPort,
    String url,
    List<TargetStatement> queries,
    List<TargetStatement> refused,
    Consumer<Session> more)
    implements FuzzPlay {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  /** On a server that is shared by tests. */
  public SessionPlay(
      Connections connections,
      TestDatabase database,
      String url,
      List<TargetStatement> queries,
      List<TargetStatement> refused,
      Consumer<Session> more) {
    this(connections, database.port(), url, queries, refused, more);
  }

  public SessionPlay {
    queries = List.copyOf(queries);
    refused = List.copyOf(refused);
  }

  /** A statement of which nothing is known but its text and values. */
  public static TargetStatement statement(String text, @Nullable Object... parameters) {
    return new TargetStatement(text, Arrays.asList(parameters), List.of(), false);
  }

  /** Soon enough for a test, late enough for a busy machine. */
  public static Deadline soon() {
    return Deadline.in(LIMIT);
  }

  @Override
  public void play(int port) {
    String here = url.replace(":" + serverPort + "/", ":" + port + "/");
    try (Session session = connections.open(here, soon())) {
      for (TargetStatement query : queries) {
        read(session.query(query, soon()));
      }
      for (TargetStatement each : refused) {
        refuse(session, each);
      }
      for (IntrospectionQuery question : IntrospectionQuery.values()) {
        session.describe(question, soon()).ifPresent(SessionPlay::read);
      }
      more.accept(session);
    }
  }

  /** Reads every value of all results, each in all ways that its kind allows. */
  public static void read(Cursor cursor) {
    try (cursor) {
      do {
        while (cursor.next()) {
          row(cursor);
        }
      } while (cursor.nextResult());
    }
  }

  private static void row(Cursor cursor) {
    for (int column = 0; there(cursor, column); column++) {
      value(cursor, column);
    }
  }

  /** A cursor does not tell how many columns it has: it says itself that there is none. */
  private static boolean there(Cursor cursor, int column) {
    try {
      cursor.kind(column);
      return true;
    } catch (IndexOutOfBoundsException none) {
      boolean formats =
          Arrays.stream(none.getStackTrace())
              .filter(frame -> frame.getClassName().startsWith("org.sqlxos"))
              .findFirst()
              .filter(frame -> frame.getClassName().contains(".value."))
              .isPresent();
      if (formats) {
        throw none;
      }
      return false;
    }
  }

  private static void value(Cursor cursor, int column) {
    ValueKind kind = cursor.kind(column);
    switch (kind) {
      case NULL -> {}
      case BOOLEAN -> cursor.getBoolean(column);
      case INTEGER -> cursor.getLong(column);
      case FLOAT -> cursor.getDouble(column);
      case DECIMAL, TEXT, JSON -> cursor.getText(column);
      case BYTES -> cursor.getBytes(column);
    }
  }

  private static void refuse(Session session, TargetStatement statement) {
    try {
      read(session.query(statement, soon()));
    } catch (ProblemException expected) {
      if (!session.usable()) {
        throw expected;
      }
    }
  }
}
