package org.sqlxos.jdbc.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.jdbc.SqlxDataSource;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** Flyway moves a schema through the driver. What it says is looked at through the vendor's. */
abstract class FlywaySuite {

  private final DatabaseServer server;

  @TempDir private Path scripts;
  private TestDatabase database;

  FlywaySuite(DatabaseServer server) {
    this.server = server;
  }

  @BeforeEach
  void createDatabase() throws IOException {
    database = server.createDatabase("flyway");
    script(
        "V1__author.sql", "CREATE TABLE author (id int PRIMARY KEY, name varchar(40) NOT NULL);");
    script(
        "V2__book.sql",
        """
        -- a comment; with a semicolon
        CREATE TABLE book (id int PRIMARY KEY, author int REFERENCES author (id), title varchar(80));
        INSERT INTO author VALUES (1, 'Ursula; K. Le Guin');
        INSERT INTO book VALUES (1, 1, 'What''s the difference?');
        """);
  }

  @AfterEach
  void dropDatabase() throws SQLException {
    database.close();
  }

  private void script(String name, String text) throws IOException {
    Files.writeString(scripts.resolve(name), text);
  }

  private Flyway flyway() {
    return Flyway.configure()
        .dataSource(new SqlxDataSource("jdbc:sqlx:" + database.url()))
        .locations("filesystem:" + scripts)
        .load();
  }

  private String asked(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void migratesOnceAndTellsItsHistory() throws SQLException {
    assertEquals(2, flyway().migrate().migrationsExecuted);
    assertEquals(0, flyway().migrate().migrationsExecuted);
    assertEquals("What's the difference?", asked("SELECT title FROM book"));
    assertEquals("2", asked("SELECT count(*) FROM flyway_schema_history WHERE success = true"));
    MigrationInfo[] all = flyway().info().all();
    assertEquals(
        2, Arrays.stream(all).filter(each -> each.getState() == MigrationState.SUCCESS).count());
    assertTrue(all[1].getInstalledOn().getTime() > 0);
  }

  @Test
  void seesThatAScriptWasChangedAndRepairsTheHistory() throws IOException {
    flyway().migrate();
    flyway().validate();
    script("V1__author.sql", "CREATE TABLE author (id bigint PRIMARY KEY, name varchar(40));");
    assertFalse(flyway().validateWithResult().validationSuccessful);
    flyway().repair();
    flyway().validate();
  }

  @Test
  void tellsWhatAServerSaysOfABrokenScript() throws IOException {
    script("V3__broken.sql", "CREATE TABLE nothing (id no_such_type);");
    FlywayException refusal = assertThrows(FlywayException.class, () -> flyway().migrate());
    assertTrue(refusal.getMessage().contains("no_such_type"), refusal.getMessage());
  }

  @Test
  void cleansAndBaselines() throws SQLException {
    flyway().migrate();
    Flyway cleaning =
        Flyway.configure().configuration(flyway().getConfiguration()).cleanDisabled(false).load();
    cleaning.clean();
    cleaning.baseline();
    assertEquals("1", asked("SELECT count(*) FROM flyway_schema_history"));
  }
}
