package org.sqlxos.wirevm.internal.session;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.TreeBinding;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/** A command with its parameters, as compiled writers see it. */
record CommandBinding(CommandText.Read read, List<@Nullable Object> values) implements TreeBinding {

  @Override
  public TreeTemplate statement() {
    return read.template();
  }

  @Override
  public @Nullable Object parameter(int number) {
    if (number > values.size()) {
      throw WireProblem.STATEMENT_MALFORMED.problem(
          "The statement has a place for parameter %d, and %d are given"
              .formatted(number, values.size()));
    }
    return values.get(number - 1);
  }

  @Override
  public int parameters() {
    return values.size();
  }

  private static IllegalStateException none() {
    return new IllegalStateException("a tree says itself what its values are");
  }

  @Override
  public int parameterFormat(int index) {
    throw none();
  }

  @Override
  public long parameterType(int index) {
    throw none();
  }

  @Override
  public boolean parameterNull(int index) {
    return values.get(index) == null;
  }

  @Override
  public void writeParameter(int index, FrameOutput to) {
    throw none();
  }

  @Override
  public int parameterWidth(int index) {
    throw none();
  }

  @Override
  public int columns() {
    return 0;
  }

  @Override
  public int columnFormat(int index) {
    throw none();
  }
}
