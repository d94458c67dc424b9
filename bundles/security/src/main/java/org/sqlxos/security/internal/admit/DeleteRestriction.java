package org.sqlxos.security.internal.admit;

import java.util.List;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.security.internal.condition.Binding;
import org.sqlxos.security.internal.policy.BoundGrant;

/** Rows taken away, held to those that the caller may delete and sees. */
final class DeleteRestriction {

  private final Restriction restriction;
  private final WriteScope scope;

  DeleteRestriction(Restriction restriction) {
    this.restriction = restriction;
    this.scope = new WriteScope(restriction);
  }

  Mutation.Delete of(Mutation.Delete delete) {
    List<BoundGrant> grants = restriction.grants(delete.relation(), Permission.DELETE, List.of());
    Filter rows = scope.rows(delete.relation(), delete.filter());
    return new Mutation.Delete(
        delete.relation(),
        Binding.all(List.of(rows, scope.permitted(delete.relation(), grants))),
        scope.readable(delete.relation(), delete.returning()));
  }
}
