package org.sqlxos.dialect.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Command;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.TargetStatement;

/**
 * Plans statements for a database without SQL: an OSGi service beside {@link Dialect}, with the
 * same service property. Asked by PLAN for each operation, from any thread.
 *
 * <p>What it cannot say in the database's words is refused with a {@code ProblemException} that
 * tells what can be said. Nothing is answered otherwise than asked.
 */
@ConsumerType
public interface StatementPlanner {

  /** Service property: the dialect's name in lower case, a {@code String}. */
  String NAME = Dialect.NAME;

  /**
   * A read.
   *
   * @param relation that of the query
   */
  StatementPlan query(Query query, Relation relation);

  /**
   * The number of rows that a query is about, whatever its page: a statement for one row with one
   * whole number.
   *
   * @return empty if the database would have to look at all its data
   */
  Optional<TargetStatement> count(Query query, Relation relation);

  /** A write, with the rows it changes where they are asked for. */
  TargetStatement mutation(Mutation mutation, Relation relation);

  /** A command of the database's own. */
  TargetStatement command(Command command);
}
