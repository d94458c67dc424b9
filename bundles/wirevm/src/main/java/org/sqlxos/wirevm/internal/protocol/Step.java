package org.sqlxos.wirevm.internal.protocol;

import java.util.List;

/** What is done on entering a state, or when a message has come. */
public sealed interface Step {

  record Send(String message) implements Step {}

  record Set(int place, Expression value) implements Step {}

  record If(Expression condition, List<Step> then, List<Step> otherwise) implements Step {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  record Goto(String state) implements Step {}

  record Tell(Event event) implements Step {}

  /** The connection cannot be made. */
  record Fail(ConnectFault fault, Expression detail) implements Step {}

  /** From here on everything is encrypted. */
  record StartTls() implements Step {}

  /** From here on frames are wrapped in compressed ones. */
  record StartCompression() implements Step {}
}
