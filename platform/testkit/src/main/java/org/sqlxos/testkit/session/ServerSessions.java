package org.sqlxos.testkit.session;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sqlxos.testkit.await.Await;
import org.sqlxos.testkit.server.TestDatabase;
import org.sqlxos.wirepack.api.Session;

/** Sessions with a database on a real server, looked at through the vendor's driver. */
final class ServerSessions implements ServerTarget {

  private final TestDatabase database;
  private final Connections connections;
  private final ServerView view;

  ServerSessions(TestDatabase database, Connections connections) {
    this.database = database;
    this.connections = connections;
    this.view = ServerView.of(database.server());
  }

  @Override
  public Session open() {
    return connections.open(database.url());
  }

  @Override
  public SqlWords words() {
    return view.words();
  }

  @Override
  public boolean running() {
    return asked(view.running().formatted(database.user())) > 0;
  }

  @Override
  public boolean refusesToWriteWhileReading() {
    return true;
  }

  @Override
  public long identity(Session session) {
    return Sessions.number(session, view.identity());
  }

  @Override
  public void end(long identity) {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(view.end().formatted(identity));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    Await.until(
        "the connection to end",
        OnSessions.PATIENCE,
        () -> asked(view.gone().formatted(identity)) == 0);
  }

  @Override
  public long kept(Session session) {
    @Nullable Object count = Sessions.rows(session, view.kept()).getFirst().getLast();
    return Long.parseLong(String.valueOf(Objects.requireNonNull(count)));
  }

  private long asked(String query) {
    try (Connection connection = database.asAdministrator().connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
