package org.sqlxos.wirevm.internal.auth;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Bytes as text and back. */
final class Encodings {

  private static final Map<String, Pattern> EXPRESSIONS = new ConcurrentHashMap<>();

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

  /** What stands before the first place of a mark; all of it if that is not there. */
  static String before(String text, String mark) {
    int at = text.indexOf(mark);
    return at < 0 ? text : text.substring(0, at);
  }

  /** Bytes as a part of a URL: all but letters, digits and -._~ as % and two digits (RFC 3986). */
  static String percent(byte[] bytes) {
    StringBuilder written = new StringBuilder(bytes.length);
    for (byte each : bytes) {
      char c = (char) (each & 0xff);
      boolean plain =
          c >= 'a' && c <= 'z'
              || c >= 'A' && c <= 'Z'
              || c >= '0' && c <= '9'
              || "-._~".indexOf(c) >= 0;
      if (plain) {
        written.append(c);
      } else {
        written.append('%').append(HexFormat.of().withUpperCase().toHexDigits(each));
      }
    }
    return written.toString();
  }

  /** Whether the whole text is what a regular expression says; those are a pack's, and few. */
  static boolean matches(String text, String expression) {
    return EXPRESSIONS
        .computeIfAbsent(expression, all -> Pattern.compile(all, Pattern.DOTALL))
        .matcher(text)
        .matches();
  }
}
