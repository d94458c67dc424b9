package org.sqlxos.wirevm.internal.session;

import java.util.Arrays;
import org.sqlxos.wirevm.internal.frame.BodyReader;

/** Rows taken off a connection: their bodies one after the other, each behind its length. */
final class StoredFrames {

  private static final int MOST_BYTES = 256 * 1024;

  private byte[] bytes = new byte[0];
  private int size;
  private int at;
  private final BodyReader body = new BodyReader();

  /**
   * Copies the body that is open.
   *
   * @return false if it would be too much
   */
  boolean add(BodyReader from) {
    int length = from.remaining();
    int needed = size + 4 + length;
    if (length > MOST_BYTES || needed > MOST_BYTES) {
      return false;
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length == 0 ? needed : Math.max(needed, 2 * bytes.length));
    }
    bytes[size] = (byte) (length >> 24);
    bytes[size + 1] = (byte) (length >> 16);
    bytes[size + 2] = (byte) (length >> 8);
    bytes[size + 3] = (byte) length;
    System.arraycopy(from.array(), from.position(), bytes, size + 4, length);
    size = needed;
    return true;
  }

  boolean next() {
    if (at >= size) {
      return false;
    }
    int length =
        (bytes[at] & 0xff) << 24
            | (bytes[at + 1] & 0xff) << 16
            | (bytes[at + 2] & 0xff) << 8
            | (bytes[at + 3] & 0xff);
    body.open(bytes, at + 4, at + 4 + length);
    at += 4 + length;
    return true;
  }

  BodyReader body() {
    return body;
  }
}
