package org.sqlxos.wirevm.internal.extender;

import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.PackFaults;

/** A pack that is read when somebody uses it for the first time; the same for everybody. */
final class UsedPack implements ServiceFactory<WirePack> {

  private static final Logger LOG = LoggerFactory.getLogger(UsedPack.class);

  private final PackReading reading;
  private final String place;
  private @Nullable WirePack pack;

  UsedPack(PackReading reading, String place) {
    this.reading = reading;
    this.place = place;
  }

  @Override
  public synchronized @Nullable WirePack getService(
      Bundle user, ServiceRegistration<WirePack> registration) {
    if (pack == null) {
      try {
        pack = reading.read();
      } catch (PackFaults e) {
        e.faults().forEach(fault -> LOG.error("{} is refused: {}", place, fault));
      }
    }
    return pack;
  }

  @Override
  public void ungetService(
      Bundle user, ServiceRegistration<WirePack> registration, WirePack service) {}
}
