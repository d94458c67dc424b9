package org.sqlxos.testkit.session;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Cursor;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.wirepack.api.Access;
import org.sqlxos.wirepack.api.IntrospectionQuery;
import org.sqlxos.wirepack.api.Isolation;
import org.sqlxos.wirepack.api.Notice;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirepack.api.Savepoint;
import org.sqlxos.wirepack.api.Session;

/** A session for tests that need but little of one. */
public interface BareSession extends Session {

  private static IllegalStateException none() {
    return new IllegalStateException("not part of these tests");
  }

  @Override
  default Optional<Cursor> describe(IntrospectionQuery question, Deadline deadline) {
    throw none();
  }

  @Override
  default void begin(Access access, Isolation isolation, Deadline deadline) {
    throw none();
  }

  @Override
  default Savepoint savepoint(Deadline deadline) {
    throw none();
  }

  @Override
  default void rollbackTo(Savepoint savepoint, Deadline deadline) {
    throw none();
  }

  @Override
  default void release(Savepoint savepoint, Deadline deadline) {
    throw none();
  }

  @Override
  default long copyIn(TargetStatement statement, InputStream source, Deadline deadline) {
    throw none();
  }

  @Override
  default long copyOut(TargetStatement statement, OutputStream sink, Deadline deadline) {
    throw none();
  }

  @Override
  default long[] executeBatch(
      TargetStatement statement,
      List<? extends List<? extends @Nullable Object>> rows,
      Deadline deadline) {
    throw none();
  }

  @Override
  default Optional<Notification> notification(Deadline deadline) {
    throw none();
  }

  @Override
  default void onNotice(Consumer<Notice> listener) {
    throw none();
  }
}
