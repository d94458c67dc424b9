package org.sqlxos.operation.api;

import java.nio.charset.StandardCharsets;

/**
 * A text in UTF-8 where it lies: bytes of an array that is somebody else's. It is well-formed, so
 * that it can be written to where UTF-8 is expected as it is. Made once and filled again and again
 * by {@link Cursor#getText(int, Utf8View)}; what it shows holds until the cursor moves.
 */
public final class Utf8View {

  private byte[] array = new byte[0];
  private int offset;
  private int length;

  /** Shows other bytes from now on. They are not copied. */
  public void show(byte[] newArray, int newOffset, int newLength) {
    array = newArray;
    offset = newOffset;
    length = newLength;
  }

  /** The array, in which other things may lie too. Not to be written to. */
  public byte[] array() {
    return array;
  }

  /** Where the text begins in the array. */
  public int offset() {
    return offset;
  }

  /** How many bytes it has. */
  public int length() {
    return length;
  }

  @Override
  public String toString() {
    return new String(array, offset, length, StandardCharsets.UTF_8);
  }
}
