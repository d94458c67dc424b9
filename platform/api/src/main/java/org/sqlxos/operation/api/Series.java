package org.sqlxos.operation.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.sqlxos.catalog.api.RelationName;

/**
 * Inserts into one relation in one transaction, all or nothing, made while the earlier ones run: no
 * more than one of them is in memory. The outcome is the number of rows.
 *
 * <p>Stages that change mutations do so by {@link #map}: each insert passes there before it is
 * planned.
 *
 * @param inserts taken once, on the thread that runs the operation; none of them returns rows. What
 *     it throws undoes the transaction
 */
public record Series(RelationName relation, Iterator<Mutation.Insert> inserts)
    implements Statement {

  @Override
  public boolean writes() {
    return true;
  }

  /** The same with each insert as {@code change} makes it. */
  public Series map(UnaryOperator<Mutation.Insert> change) {
    return new Series(relation, new Changed(inserts, change));
  }

  private record Changed(Iterator<Mutation.Insert> inserts, UnaryOperator<Mutation.Insert> change)
      implements Iterator<Mutation.Insert> {

    @Override
    public boolean hasNext() {
      return inserts.hasNext();
    }

    @Override
    public Mutation.Insert next() throws NoSuchElementException {
      return change.apply(inserts.next());
    }
  }
}
