package org.sqlxos.rest.internal.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.rest.internal.request.Target;

/** The methods that each kind of target knows. */
final class Methods {

  private static final SequencedSet<String> READ = set("GET", "HEAD", "OPTIONS");
  private static final SequencedSet<String> INDEX = set("GET", "HEAD", "POST", "OPTIONS");
  private static final SequencedSet<String> CHANGES_ONLY = set("GET", "OPTIONS");
  private static final SequencedSet<String> CALL = set("POST", "OPTIONS");
  private static final SequencedSet<String> LIST =
      set("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS");
  private static final SequencedSet<String> ROW =
      set("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS");

  private static final Map<String, Permission> CHANGES =
      Map.of("POST", Permission.INSERT, "PATCH", Permission.UPDATE, "DELETE", Permission.DELETE);

  private static final SequencedSet<String> OCTETS = set("GET", "HEAD", "PUT", "OPTIONS");

  private Methods() {}

  static SequencedSet<String> of(Target target) {
    return switch (target) {
      case Target.Databases ignored -> READ;
      case Target.Index ignored -> INDEX;
      case Target.Document ignored -> READ;
      case Target.Related ignored -> READ;
      case Target.Search ignored -> READ;
      case Target.Changes ignored -> CHANGES_ONLY;
      case Target.Row ignored -> ROW;
      case Target.Octets ignored -> OCTETS;
      case Target.Call call -> call.routines().stream().allMatch(Routine::writes) ? CALL : INDEX;
      case Target.Rows rows -> accepted(rows.relation());
    };
  }

  private static SequencedSet<String> accepted(Relation relation) {
    SequencedSet<String> methods = new LinkedHashSet<>(LIST);
    CHANGES.forEach(
        (method, permission) -> {
          if (!relation.accepts(permission)) {
            methods.remove(method);
          }
        });
    return methods;
  }

  private static SequencedSet<String> set(String... methods) {
    return new LinkedHashSet<>(List.of(methods));
  }
}
