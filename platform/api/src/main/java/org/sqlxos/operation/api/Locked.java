package org.sqlxos.operation.api;

/**
 * A read in a {@link Batch} whose rows nobody else changes until the transaction ends: what is
 * written after it may depend on what it found.
 *
 * @param query of plain columns
 */
public record Locked(Query query) implements Statement {

  /** True: it is nothing that a replica could answer. */
  @Override
  public boolean writes() {
    return true;
  }
}
