package org.sqlxos.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.duckdb.DuckDBDriver;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.ConnectedDatabase;
import org.sqlxos.wirepack.api.Session;

/**
 * One process has the file to itself. What another program would do is done by a session of the
 * node, past REST and the planner.
 */
@Reached(by = "duckdb", on = "DuckDB 2.0, a file", how = Reached.How.REAL)
class DuckdbRestIT extends DriverRest {

  @TempDir private static Path folder;
  private Product serving;

  @Override
  void startDatabase() throws IOException {
    serving = Product.servingUrl(url(), driver());
  }

  @Override
  Product serving() {
    return serving;
  }

  @Override
  String url() {
    return "jdbc:duckdb:" + folder.resolve("rest.duckdb");
  }

  @Override
  List<Path> driver() {
    return List.of(jarOf(DuckDBDriver.class));
  }

  private Session session() {
    return serving
        .node()
        .service(ConnectedDatabase.class)
        .orElseThrow()
        .borrow(Access.WRITE, soon());
  }

  private static Deadline soon() {
    return Deadline.in(Duration.ofSeconds(20));
  }

  @Override
  void execute(String... statements) {
    try (Session session = session()) {
      for (String text : statements) {
        session.execute(new TargetStatement(text, List.of(), List.of(), true), soon());
      }
    }
  }

  @Override
  String read(String query) {
    List<ResultColumn> columns = List.of(new ResultColumn("value", UniversalType.TEXT));
    try (Session session = session();
        Cursor rows =
            session.query(new TargetStatement(query, List.of(), columns, false), soon())) {
      if (!rows.next()) {
        return "no row";
      }
      return rows.kind(0) == ValueKind.INTEGER ? Long.toString(rows.getLong(0)) : rows.getText(0);
    }
  }

  @Override
  String[] schema() {
    return new String[] {
      "CREATE SEQUENCE users_id",
      "CREATE TABLE users (id BIGINT DEFAULT nextval('users_id') PRIMARY KEY,"
          + " name VARCHAR(80) NOT NULL, email VARCHAR(120) NOT NULL UNIQUE, age INT,"
          + " role VARCHAR(20) DEFAULT 'reader' NOT NULL)",
      "CREATE SEQUENCE posts_id",
      "CREATE TABLE posts (id BIGINT DEFAULT nextval('posts_id') PRIMARY KEY,"
          + " user_id BIGINT NOT NULL REFERENCES users (id), title VARCHAR(200) NOT NULL,"
          + " score DECIMAL(6,2))"
    };
  }
}
