package org.sqlxos.wirevm.internal.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Bytes to be sent, in an array that grows. Numbers have their byte order in the name of their
 * method. Hot code: compiled encoders call it for each field.
 */
public final class FrameOutput {

  private static final VarHandle SHORT_BIG = view(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT_LITTLE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BIG = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT_LITTLE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG_BIG = view(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG_LITTLE = view(long[].class, ByteOrder.LITTLE_ENDIAN);

  private byte[] bytes;
  private int size;

  public FrameOutput(int capacity) {
    bytes = new byte[capacity];
  }

  private static VarHandle view(Class<?> array, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(array, order);
  }

  /** The bytes; valid up to {@link #size}, and until more are put. */
  public byte[] array() {
    return bytes;
  }

  public int size() {
    return size;
  }

  /** Forgets all bytes from {@code size} on. */
  public void truncate(int newSize) {
    size = newSize;
  }

  /** Makes room for {@code count} bytes and returns where they start. */
  public int skip(int count) {
    int at = size;
    if (bytes.length - at < count) {
      grow(count);
    }
    size = at + count;
    return at;
  }

  private void grow(int count) {
    long wanted = Math.max((long) size + count, bytes.length + (bytes.length >> 1));
    if ((long) size + count > Integer.MAX_VALUE - 16) {
      throw new OutOfMemoryError("a request is larger than 2 GiB");
    }
    bytes = Arrays.copyOf(bytes, (int) Math.min(wanted, Integer.MAX_VALUE - 16));
  }

  public void putByte(int value) {
    int at = skip(1);
    bytes[at] = (byte) value;
  }

  public void putShortBig(int value) {
    int at = skip(2);
    SHORT_BIG.set(bytes, at, (short) value);
  }

  public void putShortLittle(int value) {
    int at = skip(2);
    SHORT_LITTLE.set(bytes, at, (short) value);
  }

  public void putMediumBig(int value) {
    int at = skip(3);
    bytes[at] = (byte) (value >> 16);
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) value;
  }

  public void putMediumLittle(int value) {
    int at = skip(3);
    bytes[at] = (byte) value;
    bytes[at + 1] = (byte) (value >> 8);
    bytes[at + 2] = (byte) (value >> 16);
  }

  public void putIntBig(int value) {
    int at = skip(4);
    INT_BIG.set(bytes, at, value);
  }

  public void putIntLittle(int value) {
    int at = skip(4);
    INT_LITTLE.set(bytes, at, value);
  }

  public void putLongBig(long value) {
    int at = skip(8);
    LONG_BIG.set(bytes, at, value);
  }

  public void putLongLittle(long value) {
    int at = skip(8);
    LONG_LITTLE.set(bytes, at, value);
  }

  public void putBytes(byte[] source) {
    putBytes(source, 0, source.length);
  }

  public void putBytes(byte[] source, int offset, int length) {
    int at = skip(length);
    System.arraycopy(source, offset, bytes, at, length);
  }

  /** Puts text in UTF-8, without a length or an end, and returns the number of its bytes. */
  public int putUtf8(String text) {
    int length = text.length();
    int start = skip(length);
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return putWide(text, start);
      }
      bytes[start + i] = (byte) c;
    }
    return length;
  }

  private int putWide(String text, int start) {
    size = start;
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    putBytes(encoded);
    return encoded.length;
  }

  /** Overwrites what stands at {@code at}; see {@link #skip}. */
  public void setByte(int at, int value) {
    bytes[at] = (byte) value;
  }

  public void setIntBig(int at, int value) {
    INT_BIG.set(bytes, at, value);
  }

  public void setIntLittle(int at, int value) {
    INT_LITTLE.set(bytes, at, value);
  }

  public void setShortBig(int at, int value) {
    SHORT_BIG.set(bytes, at, (short) value);
  }

  public void setShortLittle(int at, int value) {
    SHORT_LITTLE.set(bytes, at, (short) value);
  }
}
