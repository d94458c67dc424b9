package org.sqlxos.rest.internal.http;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.catalog.api.View;
import org.sqlxos.rest.internal.request.Target;

/** The methods that each kind of target knows. */
final class Methods {

  private static final SequencedSet<String> READ = set("GET", "HEAD", "OPTIONS");
  private static final SequencedSet<String> INDEX = set("GET", "HEAD", "POST", "OPTIONS");
  private static final SequencedSet<String> LIST =
      set("GET", "HEAD", "POST", "PATCH", "DELETE", "OPTIONS");
  private static final SequencedSet<String> ROW =
      set("GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS");

  private Methods() {}

  static SequencedSet<String> of(Target target) {
    return switch (target) {
      case Target.Databases ignored -> READ;
      case Target.Index ignored -> INDEX;
      case Target.Document ignored -> READ;
      case Target.Related ignored -> READ;
      case Target.Search ignored -> READ;
      case Target.Row ignored -> ROW;
      case Target.Rows rows ->
          switch (rows.relation()) {
            case Table ignored -> LIST;
            case View ignored -> READ;
          };
    };
  }

  private static SequencedSet<String> set(String... methods) {
    return new LinkedHashSet<>(List.of(methods));
  }
}
