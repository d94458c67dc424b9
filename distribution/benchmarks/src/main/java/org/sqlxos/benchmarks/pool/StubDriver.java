package org.sqlxos.benchmarks.pool;

import java.io.PrintWriter;
import java.sql.Connection;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.testkit.session.BareSession;
import org.sqlxos.wirepack.api.Access;

/** Connections that do nothing, for both pools. */
final class StubDriver {

  private StubDriver() {}

  /** For ours. */
  static final class StubSession implements BareSession {

    @Override
    public Cursor query(TargetStatement statement, Deadline deadline) {
      throw new UnsupportedOperationException("not part of this benchmark");
    }

    @Override
    public long execute(TargetStatement statement, Deadline deadline) {
      return 0;
    }

    @Override
    public void begin(Access access, Deadline deadline) {}

    @Override
    public void commit(Deadline deadline) {}

    @Override
    public void rollback() {}

    @Override
    public void cancel() {}

    @Override
    public boolean usable() {
      return true;
    }

    @Override
    public void close() {}
  }

  /** For the peer. */
  static final class StubSource implements DataSource {

    @Override
    public Connection getConnection() {
      return new StubConnection();
    }

    @Override
    public Connection getConnection(String user, String password) {
      return new StubConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
      return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
      return 0;
    }

    @Override
    public Logger getParentLogger() {
      throw new UnsupportedOperationException("not part of this benchmark");
    }

    @Override
    public <T> T unwrap(Class<T> type) {
      throw new UnsupportedOperationException("not part of this benchmark");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
      return false;
    }
  }
}
