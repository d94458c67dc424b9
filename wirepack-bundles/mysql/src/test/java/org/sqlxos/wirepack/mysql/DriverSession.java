package org.sqlxos.wirepack.mysql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;

/** The smallest session that introspection needs, over the vendor's driver. */
record DriverSession(Connection connection) implements BareSession {

  private static IllegalStateException failed(SQLException e) {
    return new IllegalStateException(e.getMessage(), e);
  }

  private long run(String text) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(text);
      return statement.getUpdateCount();
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
    return Pack.description().statement(question).map(ask -> query(ask, deadline));
  }

  @Override
  public long execute(TargetStatement statement, Deadline deadline) {
    return run(statement.text());
  }

  @Override
  public void begin(Access access, Deadline deadline) {
    String key = access == Access.READ ? "beginRead" : "beginWrite";
    run(Pack.DOCUMENT.get("transactions").get(key).asText());
  }

  @Override
  public void commit(Deadline deadline) {
    run(Pack.DOCUMENT.get("transactions").get("commit").asText());
  }

  @Override
  public void rollback() {
    run(Pack.DOCUMENT.get("transactions").get("rollback").asText());
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
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Everything but NULL is text. */
  private record Rows(ResultSet rows) implements Cursor {
    private @Nullable String value(int column) {
      try {
        return rows.getString(column + 1);
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
      return value(column) == null ? ValueKind.NULL : ValueKind.TEXT;
    }

    @Override
    public boolean getBoolean(int column) {
      throw new IllegalStateException();
    }

    @Override
    public long getLong(int column) {
      throw new IllegalStateException();
    }

    @Override
    public double getDouble(int column) {
      throw new IllegalStateException();
    }

    @Override
    public String getText(int column) {
      String value = value(column);
      if (value == null) {
        throw new IllegalStateException();
      }
      return value;
    }

    @Override
    public byte[] getBytes(int column) {
      throw new IllegalStateException();
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
