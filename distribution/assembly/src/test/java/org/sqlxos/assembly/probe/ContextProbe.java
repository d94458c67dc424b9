package org.sqlxos.assembly.probe;

import java.util.concurrent.CompletableFuture;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Hands the context of its bundle to the test outside. */
public final class ContextProbe implements BundleActivator {

  private static volatile CompletableFuture<BundleContext> context = new CompletableFuture<>();

  /** The context of the bundle started last. */
  public static BundleContext context() {
    return context.join();
  }

  @Override
  public void start(BundleContext started) {
    context.complete(started);
  }

  @Override
  public void stop(BundleContext stopped) {
    context = new CompletableFuture<>();
  }
}
