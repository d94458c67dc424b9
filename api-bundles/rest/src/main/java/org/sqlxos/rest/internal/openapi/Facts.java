package org.sqlxos.rest.internal.openapi;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of a column's values beyond their type. */
final class Facts {

  private @Nullable BigDecimal minimum;
  private @Nullable BigDecimal maximum;
  private boolean minimumExcluded;
  private boolean maximumExcluded;
  private int minLength;
  private int maxLength = Integer.MAX_VALUE;
  private List<String> literals = List.of();

  void bound(String operator, BigDecimal value) {
    boolean excluded = operator.length() == 1;
    BigDecimal least = minimum;
    BigDecimal most = maximum;
    if (operator.startsWith(">") && (least == null || value.compareTo(least) > 0)) {
      minimum = value;
      minimumExcluded = excluded;
    } else if (operator.startsWith("<") && (most == null || value.compareTo(most) < 0)) {
      maximum = value;
      maximumExcluded = excluded;
    }
  }

  void length(String operator, int value) {
    switch (operator) {
      case ">=" -> minLength = Math.max(minLength, value);
      case ">" -> minLength = Math.max(minLength, value + 1);
      case "<=" -> maxLength = Math.min(maxLength, value);
      case "<" -> maxLength = Math.min(maxLength, value - 1);
      default -> {
        minLength = value;
        maxLength = value;
      }
    }
  }

  void oneOf(List<String> values) {
    literals = List.copyOf(values);
  }

  @Nullable BigDecimal minimum() {
    return minimum;
  }

  @Nullable BigDecimal maximum() {
    return maximum;
  }

  boolean minimumExcluded() {
    return minimumExcluded;
  }

  boolean maximumExcluded() {
    return maximumExcluded;
  }

  /** At least so many characters. */
  int minLength() {
    return minLength;
  }

  /** At most so many characters; {@link Integer#MAX_VALUE} for any number. */
  int maxLength() {
    return maxLength;
  }

  /** The only values allowed, as SQL literals; empty if any are. */
  List<String> literals() {
    return literals;
  }
}
