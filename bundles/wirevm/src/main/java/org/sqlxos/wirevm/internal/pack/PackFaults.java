package org.sqlxos.wirevm.internal.pack;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlxos.wirevm.internal.document.PackFault;

/** A pack is refused: every fault that it has, in the order of the document. */
public final class PackFaults extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  PackFaults(List<PackFault> faults) {
    super(faults.stream().map(PackFault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<PackFault> faults() {
    return faults;
  }
}
