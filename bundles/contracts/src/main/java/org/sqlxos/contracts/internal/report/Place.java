package org.sqlxos.contracts.internal.report;

/** Where the value at hand stands in a request. */
public interface Place {

  /** In place of a value that was refused. */
  Object REFUSED = new Object();

  /**
   * Notes that the value breaks a rule.
   *
   * @return {@link #REFUSED}
   */
  Object refuse(String rule, String message);

  /** Steps into an element of the value; {@link #leave} steps out again. */
  void enter(int element);

  void leave();
}
