package org.sqlxos.wirevm.internal.frame;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * The head of a response, as far as it decides how the body is read (RFC 9112, sections 4 to 6).
 *
 * @param fields a line each, the name in lower case
 * @param length of the body; {@link #CHUNKED}, or {@link #TO_THE_END} of the connection
 * @param closes whether the server closes the connection behind the body
 */
record HttpHead(int status, String fields, long length, boolean closes) {

  static final long CHUNKED = -1;
  static final long TO_THE_END = -2;

  /** Reads a head, without the empty line behind it. */
  static HttpHead of(byte[] bytes, int from, int to) {
    String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    String[] lines = text.split("\r\n", -1);
    String first = lines[0];
    if (!first.matches("HTTP/1\\.[01] [1-9]\\d\\d(?: .*)?")) {
      throw WireProblem.NOT_THIS_PROTOCOL.problem(
          "What the server sent is no answer of HTTP/1.1",
          "Check that the URL leads to a server of the right kind, and to its port for HTTP.");
    }
    Reading reading = new Reading(first.charAt(7) == '0');
    for (int i = 1; i < lines.length; i++) {
      reading.field(lines[i]);
    }
    return reading.head(Integer.parseInt(first.substring(9, 12)));
  }

  /** Whether the request was fulfilled. */
  boolean success() {
    return status / 100 == 2;
  }

  /** Whether another head follows, this one being an interim answer. */
  boolean interim() {
    return status / 100 == 1;
  }

  private static RuntimeException malformed(String what) {
    return WireProblem.MALFORMED.problem("The head of an answer " + what);
  }

  /** Fields as they come. */
  private static final class Reading {
    private final StringBuilder fields = new StringBuilder();
    private long length = TO_THE_END;
    private boolean chunked;
    private boolean closes;

    Reading(boolean old) {
      closes = old;
    }

    void field(String line) {
      int colon = line.indexOf(':');
      if (colon < 1 || line.charAt(0) == ' ' || line.charAt(0) == '\t') {
        throw malformed("has a line that is no field");
      }
      String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
      String value = line.substring(colon + 1).strip();
      fields.append(name).append(": ").append(value).append('\n');
      switch (name) {
        case "content-length" -> length(value);
        case "transfer-encoding" -> chunked = chunked(value);
        case "content-encoding" -> throw malformed("says that the body is compressed");
        case "connection" -> closes = closes(value);
        default -> {}
      }
    }

    private void length(String value) {
      if (!value.matches("\\d{1,18}") || length >= 0 && length != Long.parseLong(value)) {
        throw malformed("has no length that makes sense");
      }
      length = Long.parseLong(value);
    }

    private static boolean chunked(String value) {
      if (!value.equalsIgnoreCase("chunked")) {
        throw malformed("says that the body is transferred in an unknown way");
      }
      return true;
    }

    private boolean closes(String value) {
      return value.equalsIgnoreCase("close") || closes && !value.equalsIgnoreCase("keep-alive");
    }

    HttpHead head(int status) {
      boolean bodiless = status / 100 == 1 || status == 204 || status == 304;
      long size = bodiless ? 0 : chunked ? CHUNKED : length;
      return new HttpHead(status, fields.toString(), size, closes || size == TO_THE_END);
    }
  }
}
