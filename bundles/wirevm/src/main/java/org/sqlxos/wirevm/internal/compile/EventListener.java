package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Whom a conversation is led for. */
@FunctionalInterface
public interface EventListener {

  /** Called when something has come; its details are in the variables, until the next event. */
  void on(Event event, Slots slots);
}
