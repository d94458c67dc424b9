package org.sqlxos.wirevm.internal.frame;

/** How a whole number lies in bytes. */
public sealed interface NumberForm {

  /**
   * A number of fixed width.
   *
   * @param bytes 1, 2, 3, 4 or 8
   * @param signed two's complement; three bytes have no sign
   * @param little whether the least significant byte comes first
   */
  record Fixed(int bytes, boolean signed, boolean little) implements NumberForm {
    public Fixed {
      if (bytes != 1 && bytes != 2 && bytes != 3 && bytes != 4 && bytes != 8) {
        throw new IllegalArgumentException("a number has 1, 2, 3, 4 or 8 bytes, not " + bytes);
      }
    }
  }

  /**
   * A number whose first byte is itself, or says how many bytes follow. Without sign, the least
   * significant byte first.
   *
   * @param inline the greatest number that its first byte is itself
   * @param none the first byte that stands for "no value", or -1
   * @param two the first byte before two bytes
   * @param three the first byte before three bytes
   * @param eight the first byte before eight bytes
   */
  record Prefixed(int inline, int none, int two, int three, int eight) implements NumberForm {}
}
