package org.sqlxos.rest.internal.changes;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.rest.internal.request.RestProblem;

/**
 * Where the database tells nothing: all rows that the caller sees are read every now and then, and
 * compared by key and digest with those of the time before. So whatever it tells, deletions
 * included, is of rows that the caller saw. Two changes between two looks are one.
 */
final class PolledSource implements Source {

  private final RowReader rows;
  private final Duration interval;
  private final int most;
  private Map<String, Long> known;
  private long nextNanos;

  /**
   * Reads the rows for the first time.
   *
   * @param most rows that are compared; with more it is refused
   */
  PolledSource(RowReader rows, Duration interval, int most) {
    this.rows = rows;
    this.interval = interval;
    this.most = most;
    this.known = digests(read());
    this.nextNanos = System.nanoTime() + interval.toNanos();
  }

  @Override
  public String by() {
    return "polling every %d ms".formatted(interval.toMillis());
  }

  @Override
  public void close() {}

  @Override
  public void look(Channel channel) throws InterruptedException {
    long left = nextNanos - System.nanoTime();
    if (left > 0) {
      Thread.sleep(Duration.ofNanos(Math.min(left, 1_000_000_000L)));
      return;
    }
    try {
      compare(channel, read());
    } catch (ProblemException e) {
      // Nothing is missed by coming later: what is compared with stays.
      if (e.problem().code().status() < 500) {
        throw e;
      }
    }
    nextNanos = System.nanoTime() + interval.toNanos();
  }

  private List<RowReader.Row> read() {
    List<RowReader.Row> read = rows.readAll(most + 1);
    if (read.size() > most) {
      throw RestProblem.TOO_MANY_WATCHED.problem(
          "this database does not tell of changes by itself, and more than %d rows are not compared"
              .formatted(most),
          "listen to fewer rows by a filter, or let the database tell: sqlx changes install");
    }
    return read;
  }

  private void compare(Channel channel, List<RowReader.Row> now) {
    Map<String, Long> digests = digests(now);
    for (RowReader.Row row : now) {
      @Nullable Long before = known.get(row.key());
      if (before == null) {
        channel.publish(Event.Kind.INSERT, row.json());
      } else if (!before.equals(digests.get(row.key()))) {
        channel.publish(Event.Kind.UPDATE, row.json());
      }
    }
    Set<String> gone = new HashSet<>(known.keySet());
    gone.removeAll(digests.keySet());
    gone.stream().sorted().forEach(key -> channel.publish(Event.Kind.DELETE, RowReader.gone(key)));
    known = digests;
  }

  private static Map<String, Long> digests(List<RowReader.Row> rows) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      Map<String, Long> digests = HashMap.newHashMap(rows.size());
      for (RowReader.Row row : rows) {
        digests.put(row.key(), ByteBuffer.wrap(sha.digest(row.json())).getLong());
      }
      return digests;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
