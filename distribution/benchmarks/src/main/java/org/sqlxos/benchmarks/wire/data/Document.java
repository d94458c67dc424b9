package org.sqlxos.benchmarks.wire.data;

/** The one row of the table {@code document}: 1 MB in one value. */
public final class Document {

  public static final int LENGTH = 1 << 20;

  private Document() {}

  public static byte[] content() {
    byte[] content = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      content[i] = at(i);
    }
    return content;
  }

  static byte at(int index) {
    return (byte) (index * 31 ^ index >>> 7);
  }
}
