package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;

/**
 * Where a reader of values composes their texts, again and again: so that a text costs its own
 * bytes, not twice as many. Used by one thread at a time.
 */
public final class Scratch {

  private static final int USUAL_BYTES = 64;

  private byte[] bytes = new byte[0];

  /** An array of at least so many bytes, with anything in it. */
  byte[] take(int size) {
    if (bytes.length < size) {
      bytes = new byte[Math.max(size, USUAL_BYTES)];
    }
    return bytes;
  }

  /** The first bytes of what was taken last, which are ASCII. */
  String text(int length) {
    String text = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    if (bytes.length > 16 * USUAL_BYTES) {
      bytes = new byte[USUAL_BYTES];
    }
    return text;
  }
}
