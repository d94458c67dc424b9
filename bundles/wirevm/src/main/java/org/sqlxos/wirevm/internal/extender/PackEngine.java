package org.sqlxos.wirevm.internal.extender;

import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.embedded.DriverSource;
import org.sqlxos.wirevm.internal.embedded.EmbeddedPack;
import org.sqlxos.wirevm.internal.pack.EmbeddedSettings;
import org.sqlxos.wirevm.internal.pack.PackDocument;
import org.sqlxos.wirevm.internal.pack.WireSettings;
import org.sqlxos.wirevm.internal.running.DeadlineWatch;
import org.sqlxos.wirevm.internal.session.SocketPack;

/** The engine for a pack's transport. */
public final class PackEngine {

  private PackEngine() {}

  /**
   * @param classes where the pack's driver comes from, if it has one
   */
  public static WirePack of(
      PackDocument pack, DriverSource.ClassSource classes, DeadlineWatch watch) {
    return switch (pack.transport()) {
      case EmbeddedSettings settings ->
          new EmbeddedPack(pack, settings, new DriverSource(classes), watch);
      case WireSettings settings -> new SocketPack(pack, settings, watch);
    };
  }
}
