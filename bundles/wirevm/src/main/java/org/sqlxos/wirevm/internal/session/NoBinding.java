package org.sqlxos.wirevm.internal.session;

import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A message without parameters and columns. */
enum NoBinding implements Binding {
  INSTANCE;

  private static IllegalStateException none() {
    return new IllegalStateException("there are no parameters here");
  }

  @Override
  public int parameters() {
    return 0;
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
    throw none();
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
