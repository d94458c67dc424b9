package org.sqlxos.wirevm.internal.protocol;

import java.util.List;

/** A value that is worked out while a connection is made; never on the way of a row. */
public sealed interface Expression {

  /** A {@code Long}, {@code Boolean} or {@code String}. */
  record Constant(Object value) implements Expression {}

  record Variable(int place) implements Expression {}

  /** A named primitive applied to values. */
  record Call(Primitive primitive, List<Expression> arguments) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * Works a value out of values: {@code Long}, {@code Boolean}, {@code String} or {@code byte[]},
   * each.
   */
  @FunctionalInterface
  interface Primitive {
    Object apply(Object[] arguments);
  }
}
