package org.sqlxos.wirevm.internal.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The statements that a server holds ready for one connection, by their text; when there are too
 * many the one that was not used for the longest time goes.
 */
final class StatementCache {

  private static final int MOST = 256;

  private final LinkedHashMap<String, Prepared> byText = new LinkedHashMap<>(64, 0.75f, true);

  synchronized @Nullable Prepared get(String text) {
    return byText.get(text);
  }

  /**
   * Keeps a statement, unless one with the same text was made meanwhile, which others may be about
   * to run.
   *
   * @return what has to be released: the one that is not kept, or the eldest
   */
  synchronized Optional<Prepared> put(String text, Prepared prepared) {
    if (byText.putIfAbsent(text, prepared) != null) {
      return Optional.of(prepared);
    }
    if (byText.size() <= MOST) {
      return Optional.empty();
    }
    Map.Entry<String, Prepared> eldest = byText.firstEntry();
    byText.remove(eldest.getKey());
    return Optional.of(eldest.getValue());
  }

  synchronized void remove(String text, Prepared prepared) {
    byText.remove(text, prepared);
  }
}
