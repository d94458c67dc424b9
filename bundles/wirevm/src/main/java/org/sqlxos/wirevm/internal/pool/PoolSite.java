package org.sqlxos.wirevm.internal.pool;

import java.util.function.Predicate;
import org.sqlxos.problem.api.ProblemException;

/**
 * What a pool belongs to.
 *
 * @param database the configured name, for messages
 * @param pool what the pool is for: {@code all}, {@code read} or {@code write}
 * @param wrongServer whether a failure means that the connections lead to a server that does not
 *     have the role any more that was asked for
 */
public record PoolSite(String database, String pool, Predicate<ProblemException> wrongServer) {

  /** One database, one pool, one server. */
  public static PoolSite of(String database) {
    return new PoolSite(database, "all", _ -> false);
  }
}
