package org.sqlxos.wirevm.internal.pool;

import java.time.Duration;

/**
 * How a pool behaves. {@link Duration#ZERO} switches a limit off.
 *
 * @param size how many connections there may be
 * @param patience how long things are waited for
 * @param upkeep what becomes of connections that nobody uses
 * @param lanes what keeps slow statements from the others
 * @param leak a session that is lent for longer is told of, with the place that took it
 */
public record PoolSettings(
    Size size, Patience patience, Upkeep upkeep, Lanes lanes, Duration leak) {

  /**
   * @param min so many are kept open, from the start
   * @param max at most so many are open
   * @param readersEach how many readers one carries at a time; 1 where the protocol has no pipeline
   * @param writersToo whether writers count as readers: where no statement depends on the one
   *     before it, nobody needs a connection alone to write
   */
  public record Size(int min, int max, int readersEach, boolean writersToo) {

    /** Whoever writes is alone. */
    public Size(int min, int max, int readersEach) {
      this(min, max, readersEach, false);
    }

    public Size {
      if (max < 1 || min < 0 || min > max || readersEach < 1) {
        throw new IllegalArgumentException("a pool of " + min + " to " + max);
      }
    }
  }

  /**
   * @param borrow how long a borrower waits at most, besides its own deadline
   * @param outage for how long after the last connection was lost borrowers wait for the database
   *     to come back; later ones are refused at once
   * @param drain how long a pool that closes waits for what is lent
   */
  public record Patience(Duration borrow, Duration outage, Duration drain) {}

  /**
   * @param idle a connection that nobody used for so long is closed, down to {@code min}
   * @param lifetime no connection gets older, up to a tenth less
   * @param ping a connection that nobody used for so long is asked whether it works
   */
  public record Upkeep(Duration idle, Duration lifetime, Duration ping) {}

  /**
   * @param slow a statement that usually takes longer is a slow one
   * @param reserved the share of the connections that slow ones never get, 0 to 1
   */
  public record Lanes(Duration slow, double reserved) {
    public Lanes {
      if (!(reserved >= 0 && reserved <= 1)) {
        throw new IllegalArgumentException("a share of " + reserved);
      }
    }
  }

  /** The same for connections that nobody shares. */
  public PoolSettings alone() {
    return with(new Size(size.min(), size.max(), 1));
  }

  /** The same for connections that writers share as well. */
  public PoolSettings withWriters() {
    return with(new Size(size.min(), size.max(), size.readersEach(), true));
  }

  /** The same with no more connections than that. */
  public PoolSettings atMost(int max) {
    return with(
        new Size(
            Math.min(size.min(), max),
            Math.min(size.max(), max),
            size.readersEach(),
            size.writersToo()));
  }

  private PoolSettings with(Size other) {
    return new PoolSettings(other, patience, upkeep, lanes, leak);
  }

  /** Everything but the size as it usually is. */
  public static PoolSettings of(Size size) {
    return new PoolSettings(
        size,
        new Patience(Duration.ofSeconds(30), Duration.ofSeconds(15), Duration.ofSeconds(10)),
        new Upkeep(Duration.ofMinutes(10), Duration.ofMinutes(30), Duration.ofSeconds(30)),
        new Lanes(Duration.ofMillis(100), 0.25),
        Duration.ZERO);
  }
}
