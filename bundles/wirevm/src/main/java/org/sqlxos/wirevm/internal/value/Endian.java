package org.sqlxos.wirevm.internal.value;

import java.nio.ByteOrder;
import org.sqlxos.wirevm.internal.frame.ByteView;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** Numbers in the byte order that a format was made for. Hot code. */
enum Endian {
  BIG,
  LITTLE;

  static Endian of(ByteOrder order) {
    return order.equals(ByteOrder.BIG_ENDIAN) ? BIG : LITTLE;
  }

  short shortAt(byte[] bytes, int at) {
    return this == BIG ? ByteView.shortBig(bytes, at) : ByteView.shortLittle(bytes, at);
  }

  int intAt(byte[] bytes, int at) {
    return this == BIG ? ByteView.intBig(bytes, at) : ByteView.intLittle(bytes, at);
  }

  long longAt(byte[] bytes, int at) {
    return this == BIG ? ByteView.longBig(bytes, at) : ByteView.longLittle(bytes, at);
  }

  void putShort(FrameOutput to, int value) {
    if (this == BIG) {
      to.putShortBig(value);
    } else {
      to.putShortLittle(value);
    }
  }

  void putInt(FrameOutput to, int value) {
    if (this == BIG) {
      to.putIntBig(value);
    } else {
      to.putIntLittle(value);
    }
  }

  void putLong(FrameOutput to, long value) {
    if (this == BIG) {
      to.putLongBig(value);
    } else {
      to.putLongLittle(value);
    }
  }

  void setInt(FrameOutput to, int at, int value) {
    if (this == BIG) {
      to.setIntBig(at, value);
    } else {
      to.setIntLittle(at, value);
    }
  }
}
