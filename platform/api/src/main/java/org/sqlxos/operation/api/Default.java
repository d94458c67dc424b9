package org.sqlxos.operation.api;

/**
 * In place of a value in an {@link Mutation.Insert} or {@link Mutation.Update}: the column's
 * DEFAULT, or NULL where it has none.
 */
public enum Default {
  DEFAULT
}
