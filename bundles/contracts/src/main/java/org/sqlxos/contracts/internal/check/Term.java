package org.sqlxos.contracts.internal.check;

import org.jspecify.annotations.Nullable;

/** A part of a check, ready to be evaluated. */
@FunctionalInterface
interface Term {

  /** In place of a value that is not known here for sure. */
  Object UNSURE = new Object();

  /**
   * The value for a row: a {@code Long}, {@code BigDecimal}, {@code Double}, {@code Boolean},
   * {@code String} or a class of {@code java.time}; null for NULL; or {@link #UNSURE}.
   *
   * @param row the values of the table's columns, in the order of its columns
   */
  @Nullable Object of(@Nullable Object[] row);
}
