package org.sqlxos.wirepack.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.session.PreparedConformance;
import org.sqlxos.testkit.session.SessionTarget;
import org.sqlxos.testkit.session.StatementConformance;
import org.sqlxos.testkit.session.StoppingConformance;
import org.sqlxos.testkit.session.TransactionConformance;
import org.sqlxos.testkit.session.ValueConformance;

/** Every suite for a session, on a file. */
@Timeout(120)
class SqliteConformanceTest
    implements StatementConformance,
        TransactionConformance,
        ValueConformance,
        PreparedConformance,
        StoppingConformance {

  @TempDir Path folder;

  private SessionTarget target;

  @BeforeEach
  void makeFile() throws SQLException {
    Path file = folder.resolve("conformance.db");
    Sqlite.write(file, SqliteTarget.SCHEMA);
    target = new SqliteTarget(file);
  }

  @Override
  public SessionTarget target() {
    return target;
  }
}
