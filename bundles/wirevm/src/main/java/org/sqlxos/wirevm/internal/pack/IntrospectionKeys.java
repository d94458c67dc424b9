package org.sqlxos.wirevm.internal.pack;

import java.util.Set;
import org.sqlxos.wirepack.api.IntrospectionQuery;

/** How a document names the questions about a schema. */
final class IntrospectionKeys {

  /** What every pack without SQL answers. */
  static final Set<IntrospectionQuery> INDISPENSABLE =
      Set.of(
          IntrospectionQuery.VERSION,
          IntrospectionQuery.CHANGE_PROBE,
          IntrospectionQuery.RELATIONS,
          IntrospectionQuery.COLUMNS);

  private IntrospectionKeys() {}

  static String of(IntrospectionQuery query) {
    return switch (query) {
      case VERSION -> "version";
      case CHANGE_PROBE -> "changeProbe";
      case RELATIONS -> "relations";
      case COLUMNS -> "columns";
      case KEYS -> "keys";
      case FOREIGN_KEYS -> "foreignKeys";
      case INDEXES -> "indexes";
      case CHECKS -> "checks";
      case TEXT_INDEXES -> "textIndexes";
      case ROUTINES -> "routines";
      case PARAMETERS -> "parameters";
    };
  }
}
