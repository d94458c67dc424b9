package org.sqlxos.wirevm.internal.value;

import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;

/** The problems of values that no sound server sends. They never tell the bytes. */
final class Malformed {

  private Malformed() {}

  /** Hot code: the frequent case is one comparison. */
  static void unlessLength(int found, int expected, String type) {
    if (found != expected) {
      throw length(found, type);
    }
  }

  static ProblemException length(int found, String type) {
    return WireProblem.MALFORMED.problem("%s has %d bytes".formatted(type, found));
  }

  static ProblemException content(String type) {
    return WireProblem.MALFORMED.problem("%s has a content that none can have".formatted(type));
  }
}
