package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.operation.api.ResultColumn;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.DescribedColumn;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.protocol.ValueType;
import org.sqlxos.wirevm.internal.value.Adaptation;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * The columns of a result as the server described them.
 *
 * @param names as many as types
 */
record Columns(List<ValueType> types, List<String> names, boolean binary) {
  Columns {
    types = List.copyOf(types);
    names = List.copyOf(names);
  }

  List<DescribedColumn> described() {
    List<DescribedColumn> described = new ArrayList<>(types.size());
    for (int i = 0; i < types.size(); i++) {
      described.add(new DescribedColumn(names.get(i), types.get(i).described()));
    }
    return List.copyOf(described);
  }

  ValueFormat format(int column) {
    ValueType type = types.get(column);
    return binary ? type.preferred() : type.inText();
  }

  ValueFormat[] adaptedTo(List<ResultColumn> expected) {
    if (!expected.isEmpty() && expected.size() != types.size()) {
      throw WireProblem.SCHEMA_CHANGED.problem(
          "The result has %d columns where %d were planned"
              .formatted(types.size(), expected.size()),
          "Try again in a moment, when the new schema has been read.");
    }
    ValueFormat[] formats = new ValueFormat[types.size()];
    for (int i = 0; i < formats.length; i++) {
      UniversalType type = expected.isEmpty() ? UniversalType.ANY : expected.get(i).type();
      formats[i] = Adaptation.to(type, format(i));
    }
    return formats;
  }

  static int[] widths(ValueFormat[] formats) {
    int[] widths = new int[formats.length];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = formats[i].width();
    }
    return widths;
  }
}
