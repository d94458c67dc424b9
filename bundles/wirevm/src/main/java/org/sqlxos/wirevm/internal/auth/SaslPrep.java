package org.sqlxos.wirevm.internal.auth;

import java.text.Normalizer;

/**
 * Prepares a password as RFC 4013 says: other spaces become spaces, what is commonly mapped to
 * nothing goes, the rest is normalised (NFKC). A password with characters that are prohibited is
 * left as it is, as servers do (so that those made before the rule still work).
 */
final class SaslPrep {

  private SaslPrep() {}

  static String prepare(String password) {
    if (password.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
      return password;
    }
    StringBuilder mapped = new StringBuilder();
    password
        .codePoints()
        .filter(c -> !mappedToNothing(c))
        .map(c -> Character.getType(c) == Character.SPACE_SEPARATOR ? ' ' : c)
        .forEach(mapped::appendCodePoint);
    String normal = Normalizer.normalize(mapped, Normalizer.Form.NFKC);
    boolean allowed =
        !normal.isEmpty()
            && normal.codePoints().noneMatch(SaslPrep::prohibited)
            && !mixesDirections(normal);
    return allowed ? normal : password;
  }

  /** RFC 3454, chapter 6: what has letters from right to left has no others, and is between two. */
  private static boolean mixesDirections(String text) {
    if (text.codePoints().noneMatch(SaslPrep::rightToLeft)) {
      return false;
    }
    return !rightToLeft(text.codePointAt(0))
        || !rightToLeft(text.codePointBefore(text.length()))
        || text.codePoints()
            .anyMatch(
                c -> Character.getDirectionality(c) == Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  }

  private static boolean rightToLeft(int c) {
    byte direction = Character.getDirectionality(c);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  /** RFC 3454, table B.1. */
  private static boolean mappedToNothing(int c) {
    return c == 0xad
        || c == 0x34f
        || c == 0x1806
        || (c >= 0x180b && c <= 0x180d)
        || (c >= 0x200b && c <= 0x200d)
        || c == 0x2060
        || (c >= 0xfe00 && c <= 0xfe0f)
        || c == 0xfeff;
  }

  /** RFC 4013, chapter 2.3, by the categories that its tables list. */
  private static boolean prohibited(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.PRIVATE_USE, Character.SURROGATE, Character.UNASSIGNED ->
          true;
      default -> (c >= 0xfff9 && c <= 0xfffd) || (c >= 0x2ff0 && c <= 0x2ffb) || c == 0x200e;
    };
  }
}
