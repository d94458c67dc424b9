package org.sqlxos.wirevm.internal.frame;

/**
 * What stands before a piece of compressed frames (zlib, RFC 1950). Its parts are told by their
 * offset in it.
 *
 * @param headerBytes the header's size
 * @param length how many bytes follow
 * @param plain how many they were before compression; 0 if they are not compressed
 * @param sequenceOffset where the byte is that counts the pieces of an operation, or -1
 * @param threshold shorter pieces are not compressed
 */
public record Compression(
    int headerBytes, Part length, Part plain, int sequenceOffset, int threshold) {

  /** The greatest number in a header, whatever its form: a piece is held in memory when written. */
  private static final long MOST_BYTES = (1 << 24) - 1;

  /** A number in the header. */
  public record Part(int offset, NumberForm.Fixed form) {

    long most() {
      return form.bytes() >= 4 ? MOST_BYTES : (1L << (8 * form.bytes())) - 1;
    }
  }

  /** The most bytes that a piece holds before compression. */
  public int mostBytes() {
    return (int) Math.min(length.most(), plain.most());
  }
}
