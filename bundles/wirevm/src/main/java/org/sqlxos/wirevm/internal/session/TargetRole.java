package org.sqlxos.wirevm.internal.session;

import java.util.Locale;
import java.util.Optional;

/** Which of several servers will do, as {@code target_session_attrs} and {@code read_from} say. */
enum TargetRole {
  ANY,
  /** One that takes writes. */
  PRIMARY,
  /** One that does not. */
  STANDBY,
  /** A standby if one can be reached, else any. */
  PREFER_STANDBY;

  static final String EXPECTED = "any, primary, read-write, standby, read-only or prefer-standby";

  static Optional<TargetRole> parse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "any" -> Optional.of(ANY);
      case "primary", "read-write" -> Optional.of(PRIMARY);
      case "standby", "read-only" -> Optional.of(STANDBY);
      case "prefer-standby" -> Optional.of(PREFER_STANDBY);
      default -> Optional.empty();
    };
  }
}
