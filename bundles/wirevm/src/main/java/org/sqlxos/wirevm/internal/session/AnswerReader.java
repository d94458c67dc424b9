package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads an answer on a thread of its own while the request is still being sent. Whoever sends much
 * to a server that answers meanwhile must not wait for it to take more: it may itself wait for
 * somebody to take its answers.
 */
final class AnswerReader {

  /** Reads to the end of the answer. */
  @FunctionalInterface
  interface Reading {
    void read() throws IOException;
  }

  private final Thread thread;
  private @Nullable IOException broken;
  private @Nullable RuntimeException failed;
  private volatile boolean ended;

  private AnswerReader(Reading reading) {
    thread = Thread.ofVirtual().name("sqlx-answer").unstarted(() -> run(reading));
  }

  static AnswerReader start(Reading reading) {
    AnswerReader reader = new AnswerReader(reading);
    reader.thread.start();
    return reader;
  }

  private void run(Reading reading) {
    try {
      reading.read();
    } catch (IOException e) {
      broken = e;
    } catch (RuntimeException e) {
      failed = e;
    } finally {
      ended = true;
    }
  }

  /** Whether nothing more comes, be it that the answer has ended or that the connection broke. */
  boolean ended() {
    return ended;
  }

  /**
   * Waits for the end of the answer. Not to be interrupted: what is read by halves is lost.
   *
   * @throws IOException what reading failed with
   */
  void await() throws IOException {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (broken != null) {
      throw broken;
    }
    if (failed != null) {
      throw failed;
    }
  }
}
