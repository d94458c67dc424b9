package org.sqlxos.rest.internal.request;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sqlxos.operation.api.Filter.Comparison;

/** The operators of a filter. */
public enum Operator {
  EQ("eq", "equal"),
  NE("ne", "not equal"),
  LT("lt", "less"),
  LTE("lte", "less or equal"),
  GT("gt", "greater"),
  GTE("gte", "greater or equal"),
  IN("in", "one of (a,b,c)"),
  LIKE("like", "a pattern in which * stands for any characters"),
  ILIKE("ilike", "like, whatever the case of letters"),
  IS("is", "null or notnull");

  private final String word;
  private final String meaning;

  Operator(String word, String meaning) {
    this.word = word;
    this.meaning = meaning;
  }

  /** As it is written in a filter. */
  public String word() {
    return word;
  }

  /** What stands on its right, for a person. */
  public String meaning() {
    return meaning;
  }

  static Optional<Operator> of(String word) {
    for (Operator operator : values()) {
      if (operator.word.equals(word)) {
        return Optional.of(operator);
      }
    }
    return Optional.empty();
  }

  static List<String> words() {
    return Arrays.stream(values()).map(Operator::word).toList();
  }

  /** For the operators that compare with one value. */
  Comparison comparison() {
    return switch (this) {
      case EQ -> Comparison.EQUAL;
      case NE -> Comparison.NOT_EQUAL;
      case LT -> Comparison.LESS;
      case LTE -> Comparison.LESS_OR_EQUAL;
      case GT -> Comparison.GREATER;
      case GTE -> Comparison.GREATER_OR_EQUAL;
      case IN, LIKE, ILIKE, IS -> throw new IllegalStateException(word + " is no comparison");
    };
  }
}
