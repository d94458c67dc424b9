package org.sqlxos.learner.api;

/**
 * What a learner would do.
 *
 * @param subject what it is about, for instance a statement's shape
 * @param action what to do, in words that the stage it is meant for understands
 * @param confidence from 0, a guess, to 1, certain
 * @param reason why, for a person
 */
public record Advice(String subject, String action, double confidence, String reason) {
  public Advice {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not " + confidence);
    }
  }
}
