package org.sqlxos.wirevm.internal.protocol;

import org.sqlxos.wirevm.internal.frame.NumberForm;

/** How the length of text or bytes is known. */
public sealed interface Length {

  /** Always so many bytes. */
  record Exactly(int bytes) implements Length {}

  /** To the end of the frame. */
  record Rest() implements Length {}

  /** To a zero byte, which is not part of it. */
  record Terminated() implements Length {}

  /** A number before it. */
  record Counted(NumberForm form) implements Length {}

  /** A variable that was read before. */
  record Variable(int place) implements Length {}
}
