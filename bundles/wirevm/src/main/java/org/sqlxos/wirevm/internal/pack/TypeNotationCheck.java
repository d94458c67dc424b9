package org.sqlxos.wirevm.internal.pack;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlxos.type.api.UniversalType;

/** Whether a row of the type table can give a type: its groups are tried with the number 1. */
final class TypeNotationCheck {

  private TypeNotationCheck() {}

  static Optional<String> fault(Pattern pattern, String notation) {
    if (notation.isBlank()) {
      return Optional.empty();
    }
    Optional<String> group = GroupReferences.fault(Optional.of(pattern), notation);
    if (group.isPresent()) {
      return group;
    }
    try {
      UniversalType.parse(GroupReferences.fill(notation, "1"));
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("a universal type expected: " + e.getMessage());
    }
  }
}
