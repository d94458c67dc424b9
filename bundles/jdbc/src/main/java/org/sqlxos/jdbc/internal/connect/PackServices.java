package org.sqlxos.jdbc.internal.connect;

import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.sqlxos.wirepack.api.WirePack;

/** Inside of a framework: the packs that it offers are those of the driver. */
@Component(
    service = {},
    immediate = true)
public final class PackServices {

  /** A pack has come. */
  @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
  public void addPack(WirePack pack) {
    Packs.add(pack);
  }

  /** A pack goes. */
  public void removePack(WirePack pack) {
    Packs.remove(pack);
  }
}
