package org.sqlxos.wirevm.internal.frame;

/** Numbers of fixed width in headers, of any width and byte order, without sign. */
public final class HeaderNumbers {

  private HeaderNumbers() {}

  public static long read(byte[] bytes, int at, NumberForm.Fixed form) {
    long value = 0;
    for (int i = 0; i < form.bytes(); i++) {
      int next = bytes[form.little() ? at + form.bytes() - 1 - i : at + i] & 0xff;
      value = value << 8 | next;
    }
    return value;
  }

  public static void write(byte[] bytes, int at, NumberForm.Fixed form, long value) {
    for (int i = 0; i < form.bytes(); i++) {
      int shift = 8 * (form.little() ? i : form.bytes() - 1 - i);
      bytes[at + i] = (byte) (value >> shift);
    }
  }
}
