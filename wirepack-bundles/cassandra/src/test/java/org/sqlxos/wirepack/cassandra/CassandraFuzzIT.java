package org.sqlxos.wirepack.cassandra;

import static org.sqlxos.testkit.fuzz.SessionPlay.statement;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.sqlxos.testkit.fuzz.FrameCut;
import org.sqlxos.testkit.fuzz.FuzzConformance;
import org.sqlxos.testkit.fuzz.FuzzPlay;
import org.sqlxos.testkit.fuzz.SessionPlay;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.CASSANDRA)
class CassandraFuzzIT extends FuzzConformance {

  @BeforeAll
  void fill(TestDatabase database) throws SQLException {
    database.execute(AllTypes.DEFINITIONS);
    database.execute(AllTypes.ROW);
    database.execute("CREATE TABLE pages (p int, c int, s text, PRIMARY KEY (p, c))");
    database.execute(
        IntStream.range(0, 40)
            .mapToObj(i -> "INSERT INTO pages (p, c, s) VALUES (1, %d, 'row %d')".formatted(i, i))
            .toArray(String[]::new));
  }

  @Override
  protected String protocol() {
    return "cassandra";
  }

  @Override
  protected FrameCut frames() {
    return FrameCut.lengths(9, 5, 4, false, 0);
  }

  @Override
  protected FuzzPlay play(TestDatabase database) {
    return new SessionPlay(
        Wire.CONNECTIONS,
        database,
        database.url() + "?sslmode=disable&fetch_size=7",
        List.of(
            statement("SELECT * FROM types"),
            statement("SELECT c, s FROM pages WHERE p = ?", 1),
            // With a warning before the rows.
            statement("SELECT count(*) FROM pages"),
            statement("SELECT * FROM types WHERE id = ?", 99)),
        List.of(
            statement("SELECT * FROM nowhere"),
            statement("SELECT c FROM pages ORDER BY c"),
            statement("SELECT c FROM pages WHERE p = ?", "no number")),
        session -> {
          session.execute(
              statement("INSERT INTO types (id, a) VALUES (1, 'b') IF NOT EXISTS"),
              SessionPlay.soon());
          session.execute(
              statement("INSERT INTO pages (p, c) VALUES (?, ?)", 2, 1), SessionPlay.soon());
        });
  }
}
