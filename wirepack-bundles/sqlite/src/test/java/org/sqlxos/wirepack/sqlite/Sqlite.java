package org.sqlxos.wirepack.sqlite;

import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.Sessions;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.ConnectionUrl;
import org.sqlxos.wirepack.api.Session;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.extender.PackEngine;
import org.sqlxos.wirevm.internal.pack.PackParser;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;

/** The pack as the engine makes it, and files written by "another program". */
final class Sqlite {

  private static final DeadlineWatch WATCH = new DeadlineWatch();
  static final WirePack PACK = load();

  private Sqlite() {}

  private static WirePack load() {
    try (InputStream document = Sqlite.class.getResourceAsStream("/wirepack.json")) {
      return PackEngine.of(
          PackParser.parse(document), Sqlite.class.getClassLoader()::loadClass, WATCH);
    } catch (Exception e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Another program's connection, which creates the file if there is none. */
  static Connection otherProgram(Path file, String... statements) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      for (String text : statements) {
        statement.execute(text);
      }
    }
    return connection;
  }

  static void write(Path file, String... statements) throws SQLException {
    otherProgram(file, statements).close();
  }

  static Session open(Path file) {
    return PACK.connect(new ConnectionUrl("sqlite", file.toString()), Sessions.soon());
  }

  /** A statement with one column of the type. */
  static TargetStatement reading(String type, String text, @Nullable Object... values) {
    return new TargetStatement(
        text,
        Arrays.asList(values),
        List.of(new ResultColumn("value", UniversalType.parse(type))),
        false);
  }

  /** All rows, each value as kind and text, for instance {@code INTEGER 5}. */
  static List<List<String>> rows(Session session, String text, int columns) {
    TargetStatement statement = new TargetStatement(text, List.of(), List.of(), false);
    List<List<String>> rows = new ArrayList<>();
    try (Cursor cursor = session.query(statement, Sessions.soon())) {
      while (cursor.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
          row.add(content(cursor, i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  /** The values of the first column, each as kind and text. */
  static List<String> values(Session session, TargetStatement statement) {
    List<String> values = new ArrayList<>();
    try (Cursor cursor = session.query(statement, Sessions.soon())) {
      while (cursor.next()) {
        String content = content(cursor, 0);
        values.add(content == null ? "NULL" : cursor.kind(0) + " " + content);
      }
    }
    return values;
  }

  private static @Nullable String content(Cursor cursor, int column) {
    return switch (cursor.kind(column)) {
      case NULL -> null;
      case BOOLEAN -> "" + cursor.getBoolean(column);
      case INTEGER -> "" + cursor.getLong(column);
      case FLOAT -> "" + cursor.getDouble(column);
      case DECIMAL, TEXT, JSON -> cursor.getText(column);
      case BYTES -> java.util.HexFormat.of().formatHex(cursor.getBytes(column));
    };
  }
}
