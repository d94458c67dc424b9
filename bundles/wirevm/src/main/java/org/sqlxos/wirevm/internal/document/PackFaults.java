package org.sqlxos.wirevm.internal.document;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A document is refused: every fault that it has, in the order of the document. */
public final class PackFaults extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final transient List<PackFault> faults;

  public PackFaults(List<PackFault> faults) {
    super(faults.stream().map(PackFault::toString).collect(Collectors.joining("; ")));
    this.faults = List.copyOf(faults);
  }

  public List<PackFault> faults() {
    return faults;
  }
}
