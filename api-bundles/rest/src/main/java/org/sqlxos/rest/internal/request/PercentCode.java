package org.sqlxos.rest.internal.request;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.sqlxos.problem.api.ProblemException;

/**
 * Percent-encoding of RFC 3986 over UTF-8, strict: what is not the one right encoding of a text
 * without NUL is refused.
 */
final class PercentCode {

  private static final char REPLACEMENT = '\uFFFD';

  private PercentCode() {}

  /** Decodes a segment of a path. */
  static String segment(String raw) {
    return decode(raw, false, RestProblem.MALFORMED_PATH);
  }

  /** Decodes a name or value of a query string, where {@code +} is a space. */
  static String query(String raw) {
    return decode(raw, true, RestProblem.MALFORMED_QUERY);
  }

  /** Encodes everything but the characters that RFC 3986 calls unreserved. */
  static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      if (unreserved(octet)) {
        out.append((char) octet);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
      }
    }
    return out.toString();
  }

  private static boolean unreserved(byte octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || octet == '-'
        || octet == '.'
        || octet == '_'
        || octet == '~';
  }

  private static String decode(String raw, boolean plusIsSpace, RestProblem problem) {
    if (plain(raw, plusIsSpace)) {
      return raw;
    }
    ByteArrayOutputStream octets = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        octets.write(octet(raw, i, problem));
        i += 2;
      } else if (c < 0x80) {
        octets.write(plusIsSpace && c == '+' ? ' ' : c);
      } else {
        int end = Character.isHighSurrogate(c) ? Math.min(i + 2, raw.length()) : i + 1;
        octets.writeBytes(unescaped(raw.substring(i, end), problem));
        i = end - 1;
      }
    }
    return text(octets.toByteArray(), problem);
  }

  private static boolean plain(String raw, boolean plusIsSpace) {
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%' || c >= 0x80 || c == 0 || (plusIsSpace && c == '+')) {
        return false;
      }
    }
    return true;
  }

  private static int octet(String raw, int at, RestProblem problem) {
    if (at + 2 < raw.length()
        && HexFormat.isHexDigit(raw.charAt(at + 1))
        && HexFormat.isHexDigit(raw.charAt(at + 2))) {
      return HexFormat.fromHexDigits(raw, at + 1, at + 3);
    }
    throw problem.problem(
        "two hexadecimal digits expected after %% at character %d of %s"
            .formatted(at + 1, Names.quote(raw)));
  }

  // A container that met octets outside UTF-8 hands on replacement characters: the text is lost.
  private static byte[] unescaped(String character, RestProblem problem) {
    boolean broken =
        character.charAt(0) == REPLACEMENT
            || (character.length() == 1 && Character.isSurrogate(character.charAt(0)));
    if (broken) {
      throw notUtf8(problem);
    }
    return character.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] octets, RestProblem problem) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
      if (text.indexOf('\0') >= 0) {
        throw problem.problem("a NUL character is not allowed");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw notUtf8(problem);
    }
  }

  private static ProblemException notUtf8(RestProblem problem) {
    return problem.problem("percent-encoded UTF-8 expected, found octets that are not UTF-8");
  }
}
