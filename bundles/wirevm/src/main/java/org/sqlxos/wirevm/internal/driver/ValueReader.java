package org.sqlxos.wirevm.internal.driver;

/** Puts what the driver gave into a slot, as the kind that this very value is. */
@FunctionalInterface
interface ValueReader {
  void read(Object stored, ValueSlot slot);
}
