package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** The parameters of one execution, and the columns it is to give, as compiled writers see them. */
public interface Binding {

  int parameters();

  /** 1 for binary, 0 for text. */
  int parameterFormat(int index);

  /** The server's code of its type. */
  long parameterType(int index);

  /** Whether it has no value. */
  boolean parameterNull(int index);

  /** Writes its value, without any length. */
  void writeParameter(int index, FrameOutput to);

  /** How many bytes tell the value's length where a row does not; see {@code ValueFormat}. */
  int parameterWidth(int index);

  int columns();

  /** 1 for binary, 0 for text. */
  int columnFormat(int index);
}
