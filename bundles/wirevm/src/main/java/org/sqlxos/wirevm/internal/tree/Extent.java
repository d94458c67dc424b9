package org.sqlxos.wirevm.internal.tree;

import org.sqlxos.wirevm.internal.frame.NumberForm;

/** How long something is. */
public sealed interface Extent {

  /** Always so many bytes. */
  record Exactly(int bytes) implements Extent {}

  /** To a carriage return and a line feed. */
  record Line() implements Extent {}

  /** To a zero byte. */
  record Terminated() implements Extent {}

  /** To the end of what it is in. */
  record Rest() implements Extent {}

  /**
   * A number in a line before it, less than 0 for no value.
   *
   * @param ending how many bytes follow that do not count
   */
  record CountedLine(int ending) implements Extent {}

  /**
   * A number before it.
   *
   * @param counts how many bytes more the number counts than the content has
   * @param ending how many bytes follow the content
   */
  record Counted(NumberForm.Fixed form, int counts, int ending) implements Extent {}
}
