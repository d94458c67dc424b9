package org.sqlxos.wirevm.internal.extender;

import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.driver.BundledDriver;
import org.sqlxos.wirevm.internal.driver.DriverPack;
import org.sqlxos.wirevm.internal.driver.DriverSource;
import org.sqlxos.wirevm.internal.pack.DriverSettings;
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
      PackDocument pack, BundledDriver.ClassSource classes, DeadlineWatch watch) {
    return of(pack, new BundledDriver(classes), watch);
  }

  /**
   * @param drivers where the pack's driver comes from, if it has one
   */
  public static WirePack of(PackDocument pack, DriverSource drivers, DeadlineWatch watch) {
    return switch (pack.transport()) {
      case DriverSettings settings -> new DriverPack(pack, settings, drivers, watch);
      case WireSettings settings -> new SocketPack(pack, settings, watch);
    };
  }
}
