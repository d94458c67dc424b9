package org.sqlxos.wirevm.internal.value;

import java.util.Arrays;

/**
 * Bytes in which a backslash says that the next one means another: as in C, besides {@code \xHH}
 * for any byte; a byte that means nothing else stands for itself. Hot code.
 */
public final class Escapes {

  private Escapes() {}

  /** Whether there is any backslash. */
  static boolean any(byte[] bytes, int offset, int length) {
    for (int i = offset; i < offset + length; i++) {
      if (bytes[i] == '\\') {
        return true;
      }
    }
    return false;
  }

  /** The bytes that are meant. */
  public static byte[] undone(byte[] bytes, int offset, int length) {
    byte[] plain = new byte[length];
    return Arrays.copyOf(plain, undo(bytes, offset, length, plain));
  }

  /**
   * Puts what is meant into an array that is as long as what is written.
   *
   * @return how many bytes it is
   */
  static int undo(byte[] bytes, int offset, int length, byte[] to) {
    int end = offset + length;
    int size = 0;
    for (int at = offset; at < end; at++) {
      byte each = bytes[at];
      if (each != '\\' || at + 1 == end) {
        to[size++] = each;
        continue;
      }
      at++;
      if (bytes[at] == 'x' && at + 2 < end && hex(bytes[at + 1]) >= 0 && hex(bytes[at + 2]) >= 0) {
        to[size++] = (byte) (hex(bytes[at + 1]) << 4 | hex(bytes[at + 2]));
        at += 2;
      } else {
        to[size++] = meant(bytes[at]);
      }
    }
    return size;
  }

  private static int hex(byte digit) {
    return Character.digit(digit, 16);
  }

  private static byte meant(byte letter) {
    return switch (letter) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 11;
      case 'f' -> '\f';
      case 'r' -> '\r';
      default -> letter;
    };
  }
}
