package org.sqlxos.wirevm.internal.extender;

import org.sqlxos.wirepack.api.WirePack;
import org.sqlxos.wirevm.internal.document.PackFaults;

/** Reads a pack that nobody has used before. */
@FunctionalInterface
interface PackReading {
  WirePack read() throws PackFaults;
}
