package org.sqlxos.wirevm.internal.driver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements that a session has prepared, the least recently used going first. */
final class StatementCache {

  private static final int MOST = 128;

  private final Connection connection;
  private final LinkedHashMap<String, PreparedStatement> statements =
      new LinkedHashMap<>(16, 0.75f, true);

  StatementCache(Connection connection) {
    this.connection = connection;
  }

  PreparedStatement get(String text) throws SQLException {
    @Nullable PreparedStatement known = statements.get(text);
    if (known != null) {
      return known;
    }
    PreparedStatement prepared = connection.prepareStatement(text);
    statements.put(text, prepared);
    if (statements.size() > MOST) {
      Map.Entry<String, PreparedStatement> eldest = statements.firstEntry();
      statements.remove(eldest.getKey());
      eldest.getValue().close();
    }
    return prepared;
  }

  /** Drops a statement that failed: what state the driver left it in is unknown. */
  void drop(String text) {
    @Nullable PreparedStatement dropped = statements.remove(text);
    if (dropped != null) {
      try {
        dropped.close();
      } catch (SQLException e) {
        // Nothing is lost: closing the connection closes it for good.
        return;
      }
    }
  }
}
