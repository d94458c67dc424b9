package org.sqlxos.operation.api;

import java.util.Optional;
import org.sqlxos.catalog.api.CatalogSnapshot;

/**
 * One request on its way through the pipeline. Immutable: a stage that changes something hands on a
 * changed copy.
 *
 * @param id for logs and answers; unique in the node
 * @param statement what is wanted
 * @param caller who asks
 * @param catalog the database as this operation sees it from start to end
 * @param deadline until when an answer is worth anything
 * @param target what runs on the database; present after PLAN
 */
public record Operation(
    String id,
    Statement statement,
    Caller caller,
    CatalogSnapshot catalog,
    Deadline deadline,
    Optional<Target> target) {

  /** An operation as an API makes it: not planned yet. */
  public Operation(
      String id, Statement statement, Caller caller, CatalogSnapshot catalog, Deadline deadline) {
    this(id, statement, caller, catalog, deadline, Optional.empty());
  }

  /** The configured name of the database it runs on. */
  public String database() {
    return catalog.database().name();
  }

  /** The same operation for another statement, not planned. */
  public Operation withStatement(Statement statement) {
    return new Operation(id, statement, caller, catalog, deadline, Optional.empty());
  }

  /** The same operation for an established caller. */
  public Operation withCaller(Caller caller) {
    return new Operation(id, statement, caller, catalog, deadline, target);
  }

  /** The same operation on another view of the database, not planned. */
  public Operation withCatalog(CatalogSnapshot catalog) {
    return new Operation(id, statement, caller, catalog, deadline, Optional.empty());
  }

  /** The same operation, planned. */
  public Operation withTarget(Target target) {
    return new Operation(id, statement, caller, catalog, deadline, Optional.of(target));
  }
}
