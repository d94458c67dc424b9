package org.sqlxos.assembly;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.sqlite.JDBC;

/**
 * Another program that uses the database file of a node, truly a process of its own.
 *
 * <p>Within the process of the node that would not do: locks on files belong to a process, and two
 * copies of SQLite in one process - the pack's and the test's - take each other's away (<a
 * href="https://sqlite.org/howtocorrupt.html">How To Corrupt An SQLite Database File</a>, 2.2.1).
 */
final class OtherProgram {

  private final DataOutputStream requests;
  private final DataInputStream answers;

  private OtherProgram() {
    try {
      Process process =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "--enable-native-access=ALL-UNNAMED",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  Stream.of(OtherProgram.class, JDBC.class, Logger.class)
                      .map(OtherProgram::place)
                      .collect(Collectors.joining(File.pathSeparator)),
                  OtherProgram.class.getName())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // It ends by itself when its input does, which is when this process ends.
      requests = new DataOutputStream(process.getOutputStream());
      answers = new DataInputStream(process.getInputStream());
    } catch (IOException e) {
      throw new AssertionError("another program cannot be started", e);
    }
  }

  /** Started when it is first needed; the other program itself never comes here. */
  private static final class Only {
    static final OtherProgram PROGRAM = new OtherProgram();
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new AssertionError("a class path entry", e);
    }
  }

  /** Runs statements. */
  static void execute(Path database, String sql) throws SQLException {
    Only.PROGRAM.ask(false, database, sql);
  }

  /** Runs a query; every value as text, NULL as the word. */
  static List<List<String>> query(Path database, String sql) throws SQLException {
    return Only.PROGRAM.ask(true, database, sql);
  }

  private synchronized List<List<String>> ask(boolean query, Path database, String sql)
      throws SQLException {
    try {
      requests.writeBoolean(query);
      write(requests, database.toString());
      write(requests, sql);
      requests.flush();
      String failure = read(answers);
      List<List<String>> rows = new ArrayList<>();
      for (int row = answers.readInt(); row > 0; row--) {
        List<String> values = new ArrayList<>();
        for (int column = answers.readInt(); column > 0; column--) {
          values.add(read(answers));
        }
        rows.add(values);
      }
      if (!failure.isEmpty()) {
        throw new SQLException(failure);
      }
      return rows;
    } catch (IOException e) {
      throw new AssertionError("the other program has ended", e);
    }
  }

  /** The other program itself. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(System.out);
    try {
      while (true) {
        answer(in.readBoolean(), read(in), read(in), out);
        out.flush();
      }
    } catch (EOFException e) {
      // Nobody is there any more.
    }
  }

  private static void answer(boolean query, String database, String sql, DataOutputStream out)
      throws IOException {
    List<List<String>> rows = new ArrayList<>();
    String failure = "";
    try (Connection connection = new JDBC().connect("jdbc:sqlite:" + database, new Properties());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA busy_timeout=10000");
      if (query) {
        rows.addAll(rows(statement.executeQuery(sql)));
      } else {
        statement.executeUpdate(sql);
      }
    } catch (SQLException | LinkageError e) {
      failure = e.toString();
    }
    write(out, failure);
    out.writeInt(rows.size());
    for (List<String> row : rows) {
      out.writeInt(row.size());
      for (String value : row) {
        write(out, value);
      }
    }
  }

  private static List<List<String>> rows(ResultSet result) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    int columns = result.getMetaData().getColumnCount();
    while (result.next()) {
      List<String> row = new ArrayList<>();
      for (int column = 1; column <= columns; column++) {
        row.add(String.valueOf(result.getString(column)));
      }
      rows.add(row);
    }
    return rows;
  }

  private static void write(DataOutputStream out, String text) throws IOException {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(octets.length);
    out.write(octets);
  }

  private static String read(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }
}
