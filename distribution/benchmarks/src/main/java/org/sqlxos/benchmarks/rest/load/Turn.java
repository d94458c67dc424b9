package org.sqlxos.benchmarks.rest.load;

/**
 * What came of one contender's load for some seconds.
 *
 * @param requests answered
 * @param refused answers of another status than 2xx and 3xx
 * @param broken connections that could not be made, or broke
 * @param late no answer within {@link Wrk#TIMEOUT_SECONDS}
 */
public record Turn(
    long requests,
    double seconds,
    double p50Millis,
    double p99Millis,
    long refused,
    long broken,
    long late) {

  /** Good answers a second. */
  public double rate() {
    return (requests - refused) / seconds;
  }

  public long failures() {
    return refused + broken + late;
  }
}
