package org.sqlxos.wirevm.internal.frame;

/**
 * How pieces are counted where they are: from 0 in each operation, the answer going on where the
 * request ended, a request within an operation where the answer did.
 */
final class PieceNumbers {

  /**
   * Written by who reads the answer, read by who writes: within an operation that is one thread.
   */
  private volatile int received;

  void received(int sequence) {
    received = sequence;
  }

  int afterReceived() {
    return received + 1;
  }
}
