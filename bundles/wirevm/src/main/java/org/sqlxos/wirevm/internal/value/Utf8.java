package org.sqlxos.wirevm.internal.value;

/** Well-formed byte sequences of UTF-8 (The Unicode Standard 16.0, table 3-7). Hot code. */
final class Utf8 {

  private Utf8() {}

  static boolean wellFormed(byte[] bytes, int offset, int length) {
    int end = offset + length;
    int at = ascii(bytes, offset, end);
    while (at < end) {
      int lead = bytes[at];
      int more = lead >= 0 ? 0 : followers(lead & 0xff);
      if (more < 0 || end - at <= more || (more > 0 && !follow(bytes, at, more))) {
        return false;
      }
      at += more + 1;
    }
    return true;
  }

  /** Where the first byte that is not ASCII stands. A loop that the compiler can unroll. */
  private static int ascii(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] >= 0) {
      at++;
    }
    return at;
  }

  /** How many bytes follow a lead; less than 0 if it is none. */
  private static int followers(int lead) {
    if (lead < 0xc2 || lead > 0xf4) {
      return -1;
    }
    return lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  }

  private static boolean follow(byte[] bytes, int at, int more) {
    int second = bytes[at + 1] & 0xff;
    int least = 0x80;
    int most = 0xbf;
    // Neither longer than needed, nor surrogates, nor beyond the last code point.
    switch (bytes[at] & 0xff) {
      case 0xe0 -> least = 0xa0;
      case 0xed -> most = 0x9f;
      case 0xf0 -> least = 0x90;
      case 0xf4 -> most = 0x8f;
      default -> {}
    }
    if (second < least || second > most) {
      return false;
    }
    for (int i = 2; i <= more; i++) {
      if ((bytes[at + i] & 0xc0) != 0x80) {
        return false;
      }
    }
    return true;
  }
}
