package org.sqlxos.wirevm.internal.pool;

/** A pack whose database takes only so many writers at a time. */
public interface WriterBound {

  /** How many sessions may write at a time; 0 means any number. */
  int writers();
}
