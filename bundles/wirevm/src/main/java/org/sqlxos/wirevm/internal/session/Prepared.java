package org.sqlxos.wirevm.internal.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.wirepack.api.NativeType;
import org.sqlxos.wirepack.api.StatementDescription;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.protocol.ValueType;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/** A statement that a server holds ready on one connection. */
final class Prepared {

  final Slots slots;
  final List<ValueType> parameters;
  final Columns columns;
  private @Nullable List<ResultColumn> declared;
  private ValueFormat @Nullable [] adapted;

  private final boolean parametersToldByServer;

  /**
   * @param parametersToldByServer whether the server says which types it expects
   */
  Prepared(
      Slots slots, List<ValueType> parameters, Columns columns, boolean parametersToldByServer) {
    this.parametersToldByServer = parametersToldByServer;
    this.slots = slots;
    this.parameters = List.copyOf(parameters);
    this.columns = columns;
  }

  /** What clients are told of it. */
  StatementDescription description() {
    return new StatementDescription(
        parameters.stream()
            .map(type -> parametersToldByServer ? type.described() : NativeType.UNKNOWN)
            .toList(),
        columns.described());
  }

  /** The formats of the columns, as those who read them expect their values. */
  ValueFormat[] formats(List<ResultColumn> expected) {
    ValueFormat[] known = adapted;
    if (known != null && expected.equals(declared)) {
      return known;
    }
    ValueFormat[] made = columns.adaptedTo(expected);
    declared = expected;
    adapted = made;
    return made;
  }
}
