package org.sqlxos.wirevm.internal.value;

/** Hexadecimal digits in lower case; read in either case. */
final class Hex {

  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private Hex() {}

  /** The digit of the four low bits. */
  static byte digit(int value) {
    return DIGITS[value & 0xf];
  }

  /** Writes two digits. */
  static void put(byte[] to, int at, byte value) {
    to[at] = digit(value >> 4);
    to[at + 1] = digit(value);
  }

  /** What a digit means; -1 if it is none. */
  static int value(int digit) {
    if (digit >= '0' && digit <= '9') {
      return digit - '0';
    }
    int lower = digit | 0x20;
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }
}
