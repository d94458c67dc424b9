package org.sqlxos.wirepack.api;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a pack.
 *
 * @param contents what is in it; empty if it has faults
 * @param faults each with its path in the document and what was expected there, as in {@code
 *     $.types[3].native: a regular expression expected}; empty for a sound pack
 */
public record PackReport(Optional<Contents> contents, List<String> faults) {

  public PackReport {
    faults = List.copyOf(faults);
  }

  /**
   * How large a sound pack is.
   *
   * @param types of values, as the server numbers them, or, without a wire, as it names them
   */
  public record Contents(
      int format, String name, Transport transport, int messages, int states, int types) {}
}
