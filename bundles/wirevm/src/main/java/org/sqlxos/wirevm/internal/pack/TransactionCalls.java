package org.sqlxos.wirevm.internal.pack;

import java.util.EnumSet;
import java.util.Set;
import org.sqlxos.wirepack.api.Isolation;

/**
 * Transactions begin and end by methods of the driver's connection.
 *
 * @param isolation the levels that the database really has
 * @param savepoints whether it has them
 */
public record TransactionCalls(Set<Isolation> isolation, boolean savepoints)
    implements Transacting {

  public TransactionCalls {
    EnumSet<Isolation> copy = EnumSet.noneOf(Isolation.class);
    copy.addAll(isolation);
    isolation = copy;
  }

  @Override
  public boolean there() {
    return true;
  }

  /** A driver may commit when its result is closed, where nobody would hear of a failure. */
  @Override
  public boolean alone() {
    return false;
  }
}
