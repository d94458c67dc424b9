package org.sqlxos.runtime.internal.configuration;

import java.math.BigDecimal;
import java.util.List;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.start.api.StartProblem;

/** One setting turned into the type that its attribute declares. */
record AttributeValue(Attribute attribute, Setting setting) {

  Object typed() {
    if (attribute.list()) {
      List<String> values =
          setting.values().size() == 1
              ? List.of(setting.values().getFirst().split("\\s*,\\s*"))
              : setting.values();
      values.forEach(this::scalar);
      return values.toArray(String[]::new);
    }
    if (setting.values().size() != 1) {
      throw wrong("a single value");
    }
    return scalar(setting.values().getFirst());
  }

  private Object scalar(String text) {
    if (!attribute.options().isEmpty() && !attribute.options().contains(text)) {
      throw wrong("one of " + String.join(", ", attribute.options()));
    }
    return switch (attribute.type()) {
      case "Boolean" -> bool(text);
      case "Integer" -> number(text, "a whole number").intValueExact();
      case "Long" -> number(text, "a whole number").longValueExact();
      case "Double" -> number(text, "a number").doubleValue();
      default -> text;
    };
  }

  private Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong("true or false");
    };
  }

  private BigDecimal number(String text, String what) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException e) {
      throw wrong(what);
    }
    String range =
        what
            + attribute.min().map(min -> " from " + min).orElse("")
            + attribute.max().map(max -> " to " + max).orElse("");
    boolean whole = attribute.type().equals("Double") || number.stripTrailingZeros().scale() <= 0;
    BigDecimal least =
        new BigDecimal(attribute.min().orElse(bound(Integer.MIN_VALUE, Long.MIN_VALUE)));
    BigDecimal greatest =
        new BigDecimal(attribute.max().orElse(bound(Integer.MAX_VALUE, Long.MAX_VALUE)));
    if (!whole || number.compareTo(least) < 0 || number.compareTo(greatest) > 0) {
      throw wrong(range);
    }
    return number;
  }

  private String bound(int narrow, long wide) {
    return attribute.type().equals("Integer") ? "" + narrow : "" + wide;
  }

  private ProblemException wrong(String expected) {
    return StartProblem.WRONG_VALUE.problem(
        "%s: \"%s\" takes %s, not \"%s\"."
            .formatted(
                setting.source(), setting.key(), expected, String.join(", ", setting.values())));
  }
}
