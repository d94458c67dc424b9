package org.sqlxos.wirevm.internal.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Integrity;

/** A value cannot be written. The problem tells what it is, never which. */
final class Refusal {

  private Refusal() {}

  /**
   * @param expected what the type takes, with its article
   */
  static ProblemException of(String expected, @Nullable Object found) {
    return Integrity.VALUE.problem("%s is expected, not this %s".formatted(expected, name(found)));
  }

  private static String name(@Nullable Object found) {
    return switch (found) {
      case null -> "null";
      case String _ -> "text";
      case Boolean _ -> "truth value";
      case Long _, Integer _, Short _, Byte _, BigInteger _ -> "whole number";
      case BigDecimal _ -> "decimal number";
      case Double _, Float _ -> "number";
      case byte[] _ -> "sequence of bytes";
      case List<?> _ -> "list";
      case JsonValue _ -> "JSON document";
      default -> found.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    };
  }
}
