package org.sqlxos.contracts.internal.check;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** SQL's three truth values, and a fourth for what only the database can tell. */
enum Truth {
  TRUE,
  FALSE,
  NULL,
  UNSURE;

  static Truth of(@Nullable Object value) {
    return switch (value) {
      case null -> NULL;
      case Boolean truth -> of(truth.booleanValue());
      case Long number -> of(number != 0);
      case BigDecimal number -> of(number.signum() != 0);
      case Double number -> of(number != 0);
      default -> UNSURE;
    };
  }

  static Truth of(boolean truth) {
    return truth ? TRUE : FALSE;
  }

  Truth not() {
    return switch (this) {
      case TRUE -> FALSE;
      case FALSE -> TRUE;
      case NULL -> NULL;
      case UNSURE -> UNSURE;
    };
  }

  /** False if one is, whatever the other one turns out to be. */
  Truth and(Truth other) {
    if (this == FALSE || other == FALSE) {
      return FALSE;
    }
    if (this == UNSURE || other == UNSURE) {
      return UNSURE;
    }
    return this == NULL || other == NULL ? NULL : TRUE;
  }

  Truth or(Truth other) {
    return not().and(other.not()).not();
  }

  /** As a value of a {@link Term}. */
  @Nullable Object value() {
    return switch (this) {
      case TRUE -> Boolean.TRUE;
      case FALSE -> Boolean.FALSE;
      case NULL -> null;
      case UNSURE -> Term.UNSURE;
    };
  }
}
