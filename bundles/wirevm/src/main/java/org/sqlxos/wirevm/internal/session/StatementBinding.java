package org.sqlxos.wirevm.internal.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.ValueType;
import org.sqlxos.wirevm.internal.protocol.ValueTypes;
import org.sqlxos.wirevm.internal.value.Family;
import org.sqlxos.wirevm.internal.value.ValueFamily;

/** The values of one execution of a prepared statement. Hot code. */
final class StatementBinding implements Binding {

  private final Prepared prepared;
  private final List<? extends @Nullable Object> values;
  private final ValueTypes types;
  private final ValueType @Nullable [] byValue;

  StatementBinding(Prepared prepared, List<? extends @Nullable Object> values, ValueTypes types) {
    this.prepared = prepared;
    this.values = values;
    this.types = types;
    if (values.size() != prepared.parameters.size()) {
      throw WireProblem.STATEMENT_REFUSED.problem(
          "The statement has %d parameters, %d values were given"
              .formatted(prepared.parameters.size(), values.size()));
    }
    byValue = types.decidedByValue() ? decide() : null;
  }

  private ValueType[] decide() {
    ValueType[] decided = new ValueType[values.size()];
    for (int i = 0; i < decided.length; i++) {
      Object value = values.get(i);
      Family family = value == null ? Family.TEXT : ValueFamily.of(value);
      decided[i] = types.of(family).or(() -> types.of(Family.TEXT)).orElseThrow();
    }
    return decided;
  }

  private ValueType type(int index) {
    return byValue == null ? prepared.parameters.get(index) : byValue[index];
  }

  @Override
  public int parameters() {
    return values.size();
  }

  @Override
  public int parameterFormat(int index) {
    return type(index).binary() == null ? 0 : 1;
  }

  @Override
  public long parameterType(int index) {
    return type(index).code();
  }

  @Override
  public boolean parameterNull(int index) {
    return values.get(index) == null;
  }

  @Override
  public void writeParameter(int index, FrameOutput to) {
    Object value = values.get(index);
    if (value != null) {
      type(index).preferred().write(value, to);
    }
  }

  @Override
  public int parameterWidth(int index) {
    return type(index).preferred().width();
  }

  @Override
  public int columns() {
    return prepared.columns.types().size();
  }

  @Override
  public int columnFormat(int index) {
    return prepared.columns.types().get(index).binary() == null ? 0 : 1;
  }
}
