package org.sqlxos.wirepack.api;

/**
 * What a pool of connections has and does at a moment.
 *
 * @param pool what it is for: {@code all}, or {@code read} and {@code write} where these are apart
 * @param max how many connections it may have
 * @param open connections that are there
 * @param busy connections that are lent
 * @param opening connections that are being opened
 * @param waiting borrowers that wait for one
 * @param slow connections that are busy with slow statements
 * @param counts what has happened since it was made
 */
public record PoolState(
    String pool, int max, int open, int busy, int opening, int waiting, int slow, Counts counts) {

  /**
   * What has happened so far.
   *
   * @param lent sessions that were lent
   * @param waited borrowers that had to wait, whatever came of it
   * @param waitedNanos how long they waited, all together
   * @param timedOut borrowers that gave up
   * @param opened connections that were opened
   * @param openingNanos how long that took, all together
   * @param refused connections that could not be opened
   * @param lost connections that broke
   * @param retired connections that were closed for being idle or old
   * @param retried reads that were run again on another connection
   * @param unknown writes of which nobody knows whether they were carried out
   * @param leaked sessions that were lent for longer than is thought possible
   */
  public record Counts(
      long lent,
      long waited,
      long waitedNanos,
      long timedOut,
      long opened,
      long openingNanos,
      long refused,
      long lost,
      long retired,
      long retried,
      long unknown,
      long leaked) {}
}
