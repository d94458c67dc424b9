package org.sqlxos.rest.internal.response;

import java.nio.charset.StandardCharsets;

/** Proposes the name of a file; RFC 6266. */
final class ContentDisposition {

  private ContentDisposition() {}

  /** As ASCII for everyone, and in full (RFC 8187) where that says less. */
  static String of(String fileName) {
    StringBuilder ascii = new StringBuilder();
    StringBuilder full = new StringBuilder();
    for (byte octet : fileName.getBytes(StandardCharsets.UTF_8)) {
      if (plain(octet)) {
        ascii.append((char) octet);
        full.append((char) octet);
      } else {
        ascii.append('_');
        full.append("%%%02X".formatted(octet & 0xff));
      }
    }
    String value = "attachment; filename=\"" + ascii + '"';
    return ascii.toString().equals(fileName) ? value : value + "; filename*=UTF-8''" + full;
  }

  private static boolean plain(byte octet) {
    return octet >= '0' && octet <= '9'
        || octet >= 'a' && octet <= 'z'
        || octet >= 'A' && octet <= 'Z'
        || octet == '.'
        || octet == '-'
        || octet == '_';
  }
}
