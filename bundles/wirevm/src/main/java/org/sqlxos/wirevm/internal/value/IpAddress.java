package org.sqlxos.wirevm.internal.value;

import java.util.ArrayList;
import java.util.List;

/**
 * IP addresses in writing. Of version 6 as RFC 5952 has it: the longest run of zero words, the
 * first of equals and at least two long, becomes {@code ::}; an embedded address of version 4
 * (section 5) is written as such. Never asks a name server.
 */
final class IpAddress {

  static final int V4_BYTES = 4;
  static final int V6_BYTES = 16;

  private static final int WORDS = 8;
  private static final int WORDS_BEFORE_V4 = 6;
  private static final byte[] NONE = {};

  private IpAddress() {}

  static String text(byte[] bytes, int offset, int length) {
    StringBuilder text = new StringBuilder(length == V4_BYTES ? 18 : 44);
    if (length == V4_BYTES) {
      dotted(text, bytes, offset);
    } else {
      colons(text, bytes, offset);
    }
    return text.toString();
  }

  private static void dotted(StringBuilder text, byte[] bytes, int offset) {
    for (int i = 0; i < V4_BYTES; i++) {
      if (i > 0) {
        text.append('.');
      }
      text.append(bytes[offset + i] & 0xff);
    }
  }

  private static void colons(StringBuilder text, byte[] bytes, int offset) {
    int run = 0;
    int runStart = -1;
    for (int start = 0; start < WORDS; start++) {
      int end = start;
      while (end < WORDS && word(bytes, offset, end) == 0) {
        end++;
      }
      if (end - start > run && end - start > 1) {
        run = end - start;
        runStart = start;
      }
    }
    boolean embedded = runStart == 0 && isEmbedded(run, bytes, offset);
    int words = embedded ? WORDS_BEFORE_V4 : WORDS;
    for (int i = 0; i < words; i++) {
      if (i == runStart) {
        text.append("::");
        i += run - 1;
        continue;
      }
      if (i > 0 && (runStart < 0 || i != runStart + run)) {
        text.append(':');
      }
      text.append(Integer.toHexString(word(bytes, offset, i)));
    }
    if (embedded) {
      if (run < WORDS_BEFORE_V4) {
        text.append(':');
      }
      dotted(text, bytes, offset + V6_BYTES - V4_BYTES);
    }
  }

  /** {@code ::1.2.3.4} and {@code ::ffff:1.2.3.4}. */
  private static boolean isEmbedded(int zeroWords, byte[] bytes, int offset) {
    return zeroWords == 6 || (zeroWords == 5 && word(bytes, offset, 5) == 0xffff);
  }

  private static int word(byte[] bytes, int offset, int index) {
    int at = offset + 2 * index;
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /** Empty if the text is no address. */
  static byte[] parse(String text) {
    return text.indexOf(':') < 0 ? v4(text) : v6(text);
  }

  private static byte[] v4(String text) {
    String[] parts = text.split("\\.", -1);
    if (parts.length != V4_BYTES) {
      return NONE;
    }
    byte[] bytes = new byte[V4_BYTES];
    for (int i = 0; i < V4_BYTES; i++) {
      int number = number(parts[i], 10, 3);
      if (number < 0 || number > 255) {
        return NONE;
      }
      bytes[i] = (byte) number;
    }
    return bytes;
  }

  private static byte[] v6(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      return NONE;
    }
    List<Integer> head = new ArrayList<>();
    List<Integer> tail = new ArrayList<>();
    boolean sound =
        gap < 0
            ? words(text, true, head)
            : words(text.substring(0, gap), false, head)
                && words(text.substring(gap + 2), true, tail);
    int count = head.size() + tail.size();
    if (!sound || (gap < 0 ? count != WORDS : count >= WORDS)) {
      return NONE;
    }
    byte[] bytes = new byte[V6_BYTES];
    for (int i = 0; i < head.size(); i++) {
      put(bytes, i, head.get(i));
    }
    for (int i = 0; i < tail.size(); i++) {
      put(bytes, WORDS - tail.size() + i, tail.get(i));
    }
    return bytes;
  }

  private static void put(byte[] bytes, int index, int word) {
    bytes[2 * index] = (byte) (word >> 8);
    bytes[2 * index + 1] = (byte) word;
  }

  private static boolean words(String text, boolean atEnd, List<Integer> words) {
    if (text.isEmpty()) {
      return true;
    }
    String[] parts = text.split(":", -1);
    for (int i = 0; i < parts.length; i++) {
      if (atEnd && i == parts.length - 1 && parts[i].indexOf('.') >= 0) {
        byte[] embedded = v4(parts[i]);
        if (embedded.length == 0) {
          return false;
        }
        words.add(word(embedded, 0, 0));
        words.add(word(embedded, 0, 1));
        return words.size() <= WORDS;
      }
      int number = number(parts[i], 16, 4);
      if (number < 0) {
        return false;
      }
      words.add(number);
    }
    return words.size() <= WORDS;
  }

  private static int number(String digits, int radix, int mostDigits) {
    if (digits.isEmpty() || digits.length() > mostDigits) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) < 0x80 ? Character.digit(digits.charAt(i), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
