package org.sqlxos.wirepack.sqlite;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.sqlxos.testkit.session.SessionTarget;
import org.sqlxos.testkit.session.SqlWords;
import org.sqlxos.wirepack.api.Session;

/** A file, and how the suites speak of it. */
record SqliteTarget(Path file) implements SessionTarget, SqlWords {

  /** What the file holds: whoever reads it locks the file. */
  static final String[] SCHEMA = {"CREATE TABLE marker(a)", "INSERT INTO marker VALUES (1)"};

  private static final int BUSY = 5;

  @Override
  public Session open() {
    return Sqlite.open(file);
  }

  @Override
  public SqlWords words() {
    return this;
  }

  /** Whoever reads or writes keeps others from having the file alone. */
  @Override
  public boolean running() {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout = 0");
      statement.execute("BEGIN EXCLUSIVE");
      statement.execute("ROLLBACK");
      return false;
    } catch (SQLException e) {
      if (e.getErrorCode() == BUSY) {
        return true;
      }
      throw new IllegalStateException(e);
    }
  }

  /** SQLite's transactions read until they write. */
  @Override
  public boolean refusesToWriteWhileReading() {
    return false;
  }

  @Override
  public String column(Type type) {
    return switch (type) {
      case INTEGER -> "INTEGER";
      case TEXT -> "TEXT";
      case BYTES -> "BLOB";
    };
  }

  @Override
  public String parameter(int number, Type type) {
    return "?" + number;
  }

  private static String series(String bound) {
    return "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n%s)".formatted(bound);
  }

  @Override
  public String numbers(long powerOfTen) {
    return series(" WHERE i < " + powerOfTen) + " SELECT i FROM n, marker";
  }

  @Override
  public Failing failing() {
    return new Failing(
        series(" WHERE i < 30000") + " SELECT abs(-9223372036854775807 - (i >= 20000)) FROM n",
        "SQLX644");
  }

  @Override
  public String endless() {
    return series("") + " SELECT count(*) FROM n, marker";
  }

  /** A value has a type, not a column. */
  @Override
  public Optional<String> retype(String table, String column) {
    return Optional.empty();
  }
}
