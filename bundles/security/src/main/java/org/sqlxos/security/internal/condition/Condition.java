package org.sqlxos.security.internal.condition;

import java.util.List;
import org.sqlxos.operation.api.Filter.Comparison;

/** A condition on rows, as a policy writes it. SQL's three-valued logic holds. */
public sealed interface Condition {

  /** Every row. */
  Condition EVERYTHING = new And(List.of());

  /** All of {@code parts}; true if there are none. */
  record And(List<Condition> parts) implements Condition {}

  /** At least one of {@code parts}; false if there are none. */
  record Or(List<Condition> parts) implements Condition {}

  record Not(Condition part) implements Condition {}

  /** A column against a value. */
  record Compare(String column, Comparison comparison, Operand value) implements Condition {}

  /** A column against values; a claim that is a list stands for its elements. */
  record In(String column, List<Operand> values) implements Condition {}

  /** A text against a pattern with {@code *}. */
  record Like(String column, String pattern) implements Condition {}

  record IsNull(String column) implements Condition {}

  /** A fact about the caller alone: a claim against a value. */
  record ClaimCompare(Operand.Claim claim, Comparison comparison, Operand value)
      implements Condition {}

  /** A value among those of a claim. */
  record ClaimIn(Operand claim, List<Operand> values) implements Condition {}

  /** A claim that the caller does not have. */
  record ClaimMissing(Operand.Claim claim) implements Condition {}

  /** A row for which a related row exists that the condition is true of. */
  record Exists(String relationship, Condition condition) implements Condition {}
}
