package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Writes the body of one kind of message. Compiled from its fields. */
@FunctionalInterface
public interface MessageWriter {

  /**
   * @param binding the parameters and columns that {@code each} is about
   */
  void write(FrameOutput to, Slots slots, Binding binding);
}
