package org.sqlxos.wirevm.internal.pool;

import java.util.Set;
import java.util.stream.Collectors;

/** Where in the code a session was borrowed. */
final class BorrowPlace {

  private static final int MOST_FRAMES = 6;
  private static final StackWalker WALKER = StackWalker.getInstance();
  private static final Set<String> OWN =
      Set.of(BorrowPlace.class.getName(), ConnectionPool.class.getName());

  private BorrowPlace() {}

  /** The frames that led here, without those of the pool. */
  static String here() {
    return WALKER.walk(
        frames ->
            frames
                .dropWhile(frame -> OWN.contains(frame.getClassName()))
                .limit(MOST_FRAMES)
                .map(
                    frame ->
                        "%s.%s:%d"
                            .formatted(
                                frame.getClassName(), frame.getMethodName(), frame.getLineNumber()))
                .collect(Collectors.joining(" < ")));
  }
}
