package org.sqlxos.jdbc.internal.statement;

import java.sql.SQLWarning;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirepack.api.Notice;

/** What a server remarked, as a chain of warnings. Told by any thread. */
public final class Warnings implements Consumer<Notice> {

  private static final int MOST = 1000;

  private final ConcurrentLinkedQueue<Notice> told = new ConcurrentLinkedQueue<>();
  private @Nullable SQLWarning first;

  @Override
  public void accept(Notice notice) {
    told.add(notice);
    if (told.size() > MOST) {
      told.poll();
    }
  }

  /** Takes over what another has been told. */
  public void take(Warnings other) {
    for (Notice notice = other.told.poll(); notice != null; notice = other.told.poll()) {
      add(new SQLWarning(notice.message(), notice.state()));
    }
  }

  private synchronized void add(SQLWarning warning) {
    if (first == null) {
      first = warning;
    } else {
      first.setNextWarning(warning);
    }
  }

  /** The first of the chain; null if there is none. */
  public synchronized @Nullable SQLWarning first() {
    return first;
  }

  public synchronized void clear() {
    first = null;
  }
}
