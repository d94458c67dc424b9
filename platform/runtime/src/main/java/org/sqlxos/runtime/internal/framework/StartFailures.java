package org.sqlxos.runtime.internal.framework;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs what the framework reports as an error, and remembers the first one, which ends a start. */
final class StartFailures implements FrameworkListener {

  private static final Logger log = LoggerFactory.getLogger(StartFailures.class);

  private final AtomicReference<@Nullable String> first = new AtomicReference<>();

  @Override
  public void frameworkEvent(FrameworkEvent event) {
    if (event.getType() == FrameworkEvent.ERROR) {
      Throwable reason = event.getThrowable();
      log.error("Bundle {} failed", event.getBundle(), reason);
      first.compareAndSet(
          null,
          "The bundle \"%s\" does not start: %s"
              .formatted(event.getBundle().getSymbolicName(), root(reason)));
    }
  }

  private static String root(Throwable reason) {
    Throwable root = reason;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  Optional<String> first() {
    return Optional.ofNullable(first.get());
  }
}
