package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Reads the body of one kind of message into variables. Compiled from its fields. */
@FunctionalInterface
public interface MessageReader {

  /**
   * @param listener told of events while the message is read
   */
  void read(BodyReader from, Slots slots, EventListener listener);
}
