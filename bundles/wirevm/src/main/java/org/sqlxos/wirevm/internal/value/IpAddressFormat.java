package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** An address of the Internet as its 4 or 16 bytes. */
public final class IpAddressFormat extends ValueFormat {

  private static final String TYPE = "An address such as 192.0.2.1 or 2001:db8::1";
  private static final int V6_BYTES = 16;

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.TEXT;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    if (length != IpAddress.V4_BYTES && length != V6_BYTES) {
      throw Malformed.length(length, "An address");
    }
    return to.string(IpAddress.text(bytes, offset, length));
  }

  @Override
  public void write(Object value, FrameOutput to) {
    byte[] address = value instanceof String text ? IpAddress.parse(text) : new byte[0];
    if (address.length == 0) {
      throw Refusal.of(TYPE, value);
    }
    to.putBytes(address);
  }
}
