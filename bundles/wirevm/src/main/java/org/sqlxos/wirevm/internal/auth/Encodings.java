package org.sqlxos.wirevm.internal.auth;

import java.util.Base64;
import java.util.HexFormat;

/** Bytes as text and back. */
final class Encodings {

  private Encodings() {}

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] base64Decode(String text) {
    return Base64.getDecoder().decode(text);
  }

  /** The value of {@code name=value} in a list with commas (RFC 5802, chapter 5.1); or empty. */
  static String attribute(String list, String name) {
    for (String part : list.split(",", -1)) {
      if (part.startsWith(name + "=")) {
        return part.substring(name.length() + 1);
      }
    }
    return "";
  }

  static long number(String text) {
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }

  /** The digits that a text begins with, as a number; 0 if there are none. */
  static long leadingNumber(String text) {
    int end = 0;
    while (end < text.length() && end < 18 && Character.digit(text.charAt(end), 10) >= 0) {
      end++;
    }
    return number(text.substring(0, end));
  }

  /** What follows the first place of a mark; empty if it is not there. */
  static String after(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? "" : text.substring(at + mark.length());
  }
}
