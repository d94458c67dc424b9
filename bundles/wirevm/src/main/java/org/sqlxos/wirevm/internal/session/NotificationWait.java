package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.wirepack.api.Notification;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Waits for a notification. The caller parks while another thread reads in slices of {@value
 * #SLICE_MILLIS} ms: a read that is interrupted would close the socket, one that is over leaves
 * what has come of a frame where it is, for the next.
 */
final class NotificationWait {

  private static final int SLICE_MILLIS = 100;

  /** What ends the wait. */
  private enum End {
    READ,
    CANCELLED,
    INTERRUPTED,
    OVERDUE
  }

  private final WireConnection connection;
  private final Conversation conversation;
  private final Deadline deadline;
  private final LinkedBlockingQueue<End> ends = new LinkedBlockingQueue<>();
  private volatile boolean over;

  NotificationWait(WireConnection connection, Deadline deadline) {
    this.connection = connection;
    this.conversation = connection.conversation();
    this.deadline = deadline;
  }

  /** Has whoever waits give up. From any thread. */
  void cancel() {
    ends.add(End.CANCELLED);
  }

  /** The next one that comes; empty if the deadline passes. */
  Optional<Notification> next() {
    AnswerReader reader = AnswerReader.start(this::read);
    End end = park();
    over = true;
    try {
      reader.await();
    } catch (IOException e) {
      throw connection.lost(e);
    } catch (RuntimeException e) {
      throw connection.confused(e);
    }
    return switch (end) {
      case READ, OVERDUE -> connection.asides().next();
      case CANCELLED, INTERRUPTED ->
          throw WireProblem.CANCELLED.problem("Waiting for a notification was cancelled");
    };
  }

  private End park() {
    try {
      End end = ends.poll(Math.max(0, deadline.remainingNanos()), TimeUnit.NANOSECONDS);
      return end == null ? End.OVERDUE : end;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return End.INTERRUPTED;
    }
  }

  private void read() throws IOException {
    try {
      Answer answer = new Answer(connection.parts().protocol().places);
      conversation.begin(connection.parts().protocol().ready(), answer);
      do {
        slice();
        if (conversation.closed()) {
          throw new IOException("the server ends the connection");
        }
      } while (!connection.asides().waiting() && !over);
      connection.socket().waitAsUsual();
    } finally {
      ends.add(End.READ);
    }
  }

  /** At least one look at what has come, even if the deadline has passed. */
  private void slice() throws IOException {
    long left = TimeUnit.NANOSECONDS.toMillis(deadline.remainingNanos());
    connection.socket().waitAtMost(Duration.ofMillis(Math.clamp(left, 1, SLICE_MILLIS)));
    try {
      conversation.step();
    } catch (SocketTimeoutException e) {
      // What has come of a frame is kept: the next slice goes on with it.
      return;
    }
  }
}
