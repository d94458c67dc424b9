package org.sqlxos.security.internal.condition;

import java.io.Serial;

/** A condition that cannot be read, with the place in its text, counted from 1. */
public final class ConditionFault extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  ConditionFault(String what, int position) {
    super("%s at character %d".formatted(what, position + 1));
  }
}
