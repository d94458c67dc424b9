package org.sqlxos.compliance.api;

/**
 * What one rule found.
 *
 * @param rule its stable name
 * @param clause the clause of the standard, for instance {@code GDPR Art. 32(1)(a)}
 * @param subject what it is about, for instance {@code main.customers.email}
 * @param verdict the result
 * @param evidence why, for an auditor; never the values of rows
 */
public record Finding(
    String rule, String clause, String subject, Verdict verdict, String evidence) {

  /** The result of a rule. */
  public enum Verdict {
    PASSED,
    FAILED,
    /** A person has to look. */
    UNDECIDED
  }
}
