package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * Requests that were put and not written yet. Those that come together are one batch, written at
 * once, while the next is put into another buffer. Every method needs the lock that it was made
 * with; it is let go while bytes go out.
 */
final class Outbox {

  private static final int FIRST_BYTES = 8 * 1024;
  private static final int KEPT_BYTES = 256 * 1024;

  /** Puts a request. */
  @FunctionalInterface
  interface RequestWriter {
    void write(FrameOutput to);
  }

  private final WireSocket socket;
  private final ReentrantLock lock;
  private final Condition written;
  private FrameOutput pending = new FrameOutput(FIRST_BYTES);
  private FrameOutput leaving = new FrameOutput(FIRST_BYTES);
  private boolean writing;
  private long batch;

  Outbox(WireSocket socket, ReentrantLock lock) {
    this.socket = socket;
    this.lock = lock;
    this.written = lock.newCondition();
  }

  /**
   * Puts a request behind those that wait; nothing of it if it cannot be put to its end.
   *
   * @return its size in bytes
   */
  int put(RequestWriter request) {
    int before = pending.size();
    boolean put = false;
    try {
      request.write(pending);
      put = true;
    } finally {
      if (!put) {
        pending.truncate(before);
      }
    }
    return pending.size() - before;
  }

  /** Writes all that waits. */
  void writeAll() throws IOException {
    while (pending.size() > 0) {
      write();
    }
  }

  /**
   * Sees to it that what was put last is written: by this thread, or by one that writes already.
   */
  void write() throws IOException {
    long mine = batch;
    while (writing && mine == batch) {
      written.awaitUninterruptibly();
    }
    if (mine != batch) {
      return;
    }
    writing = true;
    batch++;
    FrameOutput bytes = pending;
    pending = leaving;
    leaving = bytes;
    lock.unlock();
    try {
      socket.write(bytes);
    } finally {
      lock.lock();
      bytes.truncate(0);
      if (bytes.array().length > KEPT_BYTES) {
        leaving = new FrameOutput(FIRST_BYTES);
      }
      writing = false;
      if (lock.hasWaiters(written)) {
        written.signalAll();
      }
    }
  }
}
