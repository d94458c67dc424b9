package org.sqlxos.wirevm.internal.frame;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Numbers read out of a byte array, in either byte order. Hot code. */
public final class ByteView {

  private static final VarHandle SHORT_BIG = view(short[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle SHORT_LITTLE = view(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT_BIG = view(int[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle INT_LITTLE = view(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG_BIG = view(long[].class, ByteOrder.BIG_ENDIAN);
  private static final VarHandle LONG_LITTLE = view(long[].class, ByteOrder.LITTLE_ENDIAN);

  private ByteView() {}

  private static VarHandle view(Class<?> array, ByteOrder order) {
    return MethodHandles.byteArrayViewVarHandle(array, order);
  }

  public static short shortBig(byte[] bytes, int at) {
    return (short) SHORT_BIG.get(bytes, at);
  }

  public static short shortLittle(byte[] bytes, int at) {
    return (short) SHORT_LITTLE.get(bytes, at);
  }

  /** Three bytes, without sign. */
  public static int mediumBig(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at + 2] & 0xff;
  }

  /** Three bytes, without sign. */
  public static int mediumLittle(byte[] bytes, int at) {
    return (bytes[at + 2] & 0xff) << 16 | (bytes[at + 1] & 0xff) << 8 | bytes[at] & 0xff;
  }

  public static int intBig(byte[] bytes, int at) {
    return (int) INT_BIG.get(bytes, at);
  }

  public static int intLittle(byte[] bytes, int at) {
    return (int) INT_LITTLE.get(bytes, at);
  }

  public static long longBig(byte[] bytes, int at) {
    return (long) LONG_BIG.get(bytes, at);
  }

  public static long longLittle(byte[] bytes, int at) {
    return (long) LONG_LITTLE.get(bytes, at);
  }
}
