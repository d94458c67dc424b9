package org.sqlxos.wirevm.internal.value;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * The address of a host or network: a byte each for family, bits of the prefix, whether it is a
 * network, and how many bytes of address follow. In writing the prefix of a host is left out where
 * it is the whole address.
 */
public final class NetworkAddressFormat extends ValueFormat {

  private static final String TYPE = "A network address";
  private static final int HEADER = 4;

  private final int ipv4Family;
  private final int ipv6Family;
  private final boolean network;

  /**
   * @param network whether hosts are not expected: the prefix is always written
   */
  NetworkAddressFormat(int ipv4Family, int ipv6Family, boolean network) {
    this.ipv4Family = ipv4Family;
    this.ipv6Family = ipv6Family;
    this.network = network;
  }

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
    if (length != HEADER + IpAddress.V4_BYTES && length != HEADER + IpAddress.V6_BYTES) {
      throw Malformed.length(length, TYPE);
    }
    int addressBytes = length - HEADER;
    int family = bytes[offset] & 0xff;
    int prefix = bytes[offset + 1] & 0xff;
    int expectedFamily = addressBytes == IpAddress.V4_BYTES ? ipv4Family : ipv6Family;
    boolean bits = prefix <= addressBytes * Byte.SIZE;
    if (family != expectedFamily || (bytes[offset + 3] & 0xff) != addressBytes || !bits) {
      throw Malformed.content(TYPE);
    }
    String address = IpAddress.text(bytes, offset + HEADER, addressBytes);
    boolean whole = prefix == addressBytes * Byte.SIZE && bytes[offset + 2] == 0 && !network;
    return to.string(whole ? address : address + "/" + prefix);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (!(value instanceof String text)) {
      throw Refusal.of(TYPE, value);
    }
    int slash = text.indexOf('/');
    byte[] address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
    int most = address.length * Byte.SIZE;
    int prefix = slash < 0 ? most : prefix(text.substring(slash + 1));
    if (address.length == 0 || prefix < 0 || prefix > most) {
      throw Refusal.of(TYPE, value);
    }
    to.putByte(address.length == IpAddress.V4_BYTES ? ipv4Family : ipv6Family);
    to.putByte(prefix);
    to.putByte(network ? 1 : 0);
    to.putByte(address.length);
    to.putBytes(address);
  }

  private static int prefix(String digits) {
    if (digits.isEmpty() || digits.length() > 3) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
