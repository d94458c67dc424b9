package org.sqlxos.stage.api;

/**
 * The phases of the pipeline in their order. They nest like the layers of an onion: a stage of an
 * earlier phase sees the operation before, and the outcome after, all stages of later phases.
 *
 * <p>A configuration names the phases it requires. While a required phase has no stage, operations
 * end with 503 and a code.
 */
public enum Phase {
  /**
   * Telemetry and learners: start the clock; record what came out. Changes nothing, refuses
   * nothing.
   */
  OBSERVE,
  /**
   * Turns text into structured statements, so that all that follows holds for it too; refuse with
   * 400 or 501 what cannot be.
   */
  PARSE,
  /**
   * Security, tenancy, rate limits: establish the caller, add row filters; refuse with 401, 403,
   * 429.
   */
  ADMIT,
  /**
   * Contracts and compliance: turn values into their column's type, check them; refuse with 400,
   * 409, 422.
   */
  VERIFY,
  /** Masking: rewrite or mark columns on the way in, mask values on the way out. */
  PROTECT,
  /**
   * Synthesizer, translator, optimizer: add the target statement; refuse with 400 or 501 what
   * cannot be said.
   */
  PLAN,
  /** Simulation: predict time and risk; may refuse what would cost too much. */
  FORECAST,
  /** Cache: answer without going on, or store the answer; invalidate on a write. */
  REUSE,
  /** Wire: run the target statement. The last stage; calls nobody. */
  EXECUTE
}
