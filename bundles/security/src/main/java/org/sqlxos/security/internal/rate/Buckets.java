package org.sqlxos.security.internal.rate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.sqlxos.security.internal.policy.Rate;

/**
 * A token bucket for each of many names. So many are kept as were used last; a bucket that is
 * forgotten is a full one, so the bound is chosen well above the number of names that come at once.
 */
public final class Buckets {

  private static final int MOST_KEPT = 100_000;
  private static final double NANOS = 1e9;

  private final LongSupplier nanoTime;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * @param nanoTime as {@link System#nanoTime()}
   */
  public Buckets(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /** Takes a token out, if there is one. */
  public synchronized Level take(String name, Rate rate) {
    Bucket bucket = filled(name, rate);
    boolean taken = bucket.tokens >= 1;
    bucket.tokens -= taken ? 1 : 0;
    return level(bucket, rate, taken);
  }

  /** Whether there is a token. */
  public synchronized Level look(String name, Rate rate) {
    Bucket bucket = filled(name, rate);
    return level(bucket, rate, bucket.tokens >= 1);
  }

  private Bucket filled(String name, Rate rate) {
    long now = nanoTime.getAsLong();
    Bucket bucket = buckets.computeIfAbsent(name, ignored -> new Bucket(rate.burst(), now));
    double added = (now - bucket.at) / NANOS * rate.perSecond();
    bucket.tokens = Math.min(rate.burst(), bucket.tokens + added);
    bucket.at = now;
    return bucket;
  }

  private static Level level(Bucket bucket, Rate rate, boolean permitted) {
    double missing = Math.max(0, 1 - bucket.tokens);
    double empty = rate.burst() - bucket.tokens;
    return new Level(
        permitted,
        (int) bucket.tokens,
        (long) Math.ceil(missing / rate.perSecond()),
        (long) Math.ceil(empty / rate.perSecond()));
  }

  /**
   * How full a bucket is.
   *
   * @param permitted whether there was a token
   * @param remaining tokens that are left
   * @param retrySeconds until there is one
   * @param fullSeconds until it is full
   */
  public record Level(boolean permitted, int remaining, long retrySeconds, long fullSeconds) {}

  private static final class Bucket {
    private double tokens;
    private long at;

    Bucket(double tokens, long at) {
      this.tokens = tokens;
      this.at = at;
    }
  }
}
