package org.sqlxos.operation.api;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * In place of a value in a {@link Batch}, also one that a filter compares with: one that an earlier
 * statement of it returns, for instance a key that the database has given.
 *
 * @param statement its place in the batch, from 0
 * @param row of those it returns, counted from 0
 * @param column one that it returns
 * @param derivation what the value becomes; given and giving {@code Boolean}, {@code Long}, {@code
 *     Double}, {@code String}, {@code byte[]} or null
 */
public record Earlier(
    int statement, int row, String column, UnaryOperator<@Nullable Object> derivation) {

  /** The value as it is. */
  public Earlier(int statement, int row, String column) {
    this(statement, row, column, UnaryOperator.identity());
  }
}
