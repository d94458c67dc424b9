package org.sqlxos.catalog.internal;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.PackDescription;
import org.sqlxos.wirepack.api.Session;

/** A real SQLite file behind the smallest session that introspection needs. */
public final class SqliteDatabase implements ConnectedDatabase {

  private final String name;
  private final String url;
  private final PackDescription pack;

  /** Sessions lent and not given back. */
  public final AtomicInteger lent = new AtomicInteger();

  /** While true nobody gets a session. */
  public volatile boolean unreachable;

  public SqliteDatabase(String name, String file, PackDescription pack) {
    this.name = name;
    this.url = "jdbc:sqlite:" + file;
    this.pack = pack;
  }

  /** Runs statements as another program would. */
  public void change(String... statements) {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public PackDescription pack() {
    return pack;
  }

  @Override
  public Session borrow(Access access, Deadline deadline) {
    if (unreachable) {
      throw Integrity.VALUE.problem("not reachable");
    }
    try {
      Session session = new JdbcSession(DriverManager.getConnection(url));
      lent.incrementAndGet();
      return session;
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException(e.getMessage(), e);
  }

  private final class JdbcSession implements BareSession {
    private final Connection connection;

    JdbcSession(Connection connection) {
      this.connection = connection;
    }

    private void run(String text) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(text);
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public Cursor query(TargetStatement statement, Deadline deadline) {
      try {
        return new Rows(connection.createStatement().executeQuery(statement.text()));
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
      return pack().statement(question).map(ask -> query(ask, deadline));
    }

    @Override
    public long execute(TargetStatement statement, Deadline deadline) {
      throw new IllegalStateException("a catalog changes nothing");
    }

    @Override
    public void begin(Access access, Deadline deadline) {
      run("BEGIN");
    }

    @Override
    public void commit(Deadline deadline) {
      run("COMMIT");
    }

    @Override
    public void rollback() {
      run("ROLLBACK");
    }

    @Override
    public void cancel() {}

    @Override
    public boolean usable() {
      return true;
    }

    @Override
    public void close() {
      try {
        connection.close();
        lent.decrementAndGet();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }

  private record Rows(ResultSet rows) implements Cursor {
    private Object value(int column) {
      try {
        return rows.getObject(column + 1);
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public boolean next() {
      try {
        return rows.next();
      } catch (SQLException e) {
        throw failed(e);
      }
    }

    @Override
    public ValueKind kind(int column) {
      return switch (value(column)) {
        case null -> ValueKind.NULL;
        case Number ignored -> ValueKind.INTEGER;
        default -> ValueKind.TEXT;
      };
    }

    @Override
    public boolean getBoolean(int column) {
      return getLong(column) != 0;
    }

    @Override
    public long getLong(int column) {
      return ((Number) value(column)).longValue();
    }

    @Override
    public double getDouble(int column) {
      return ((Number) value(column)).doubleValue();
    }

    @Override
    public String getText(int column) {
      return (String) value(column);
    }

    @Override
    public byte[] getBytes(int column) {
      return (byte[]) value(column);
    }

    @Override
    public void close() {
      try {
        rows.getStatement().close();
      } catch (SQLException e) {
        throw failed(e);
      }
    }
  }
}
