package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Utf8View;

/**
 * The text of one value: bytes where they came in, or composed here in an array that is used again
 * and again, or a string where nobody minds what it costs. So a text that is written on costs
 * nothing, and one that becomes a string no more than that. Used by one thread at a time.
 */
public final class ValueText {

  private static final int USUAL_BYTES = 64;
  private static final int KEPT_BYTES = 16 * USUAL_BYTES;

  private byte[] own = new byte[0];
  private byte[] array = own;
  private int offset;
  private int length;
  private boolean ascii;
  private @Nullable String string;

  /** An array of at least so many bytes, with anything in it, to compose a text at its start. */
  byte[] take(int size) {
    if (own.length < size || own.length > KEPT_BYTES) {
      own = new byte[Math.max(size, USUAL_BYTES)];
    }
    return own;
  }

  /** The text is the first bytes of what was taken last, which are ASCII. */
  ValueText composed(int newLength) {
    return ascii(own, 0, newLength);
  }

  /** The text is these bytes, which are ASCII. */
  ValueText ascii(byte[] bytes, int from, int newLength) {
    return lies(bytes, from, newLength, true);
  }

  /** The text is these bytes, which a server says are UTF-8. */
  ValueText utf8(byte[] bytes, int from, int newLength) {
    return lies(bytes, from, newLength, false);
  }

  private ValueText lies(byte[] bytes, int from, int newLength, boolean onlyAscii) {
    array = bytes;
    offset = from;
    length = newLength;
    ascii = onlyAscii;
    string = null;
    return this;
  }

  ValueText string(String text) {
    string = text;
    return this;
  }

  /** One ASCII character more, or where a byte was taken too many. */
  ValueText append(char last) {
    if (string != null) {
      return string(string + last);
    }
    int end = length;
    if (array != own || own.length <= end) {
      byte[] longer = Arrays.copyOfRange(array, offset, offset + end + 1);
      own = longer;
      array = longer;
      offset = 0;
    }
    array[offset + end] = (byte) last;
    length = end + 1;
    return this;
  }

  boolean startsWith(String prefix) {
    if (string != null) {
      return string.startsWith(prefix);
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (i == length || array[offset + i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Shows the text as bytes that are well-formed, whatever the server sent. */
  public void show(Utf8View view) {
    if (string == null && (ascii || Utf8.wellFormed(array, offset, length))) {
      view.show(array, offset, length);
      return;
    }
    byte[] encoded = toString().getBytes(StandardCharsets.UTF_8);
    view.show(encoded, 0, encoded.length);
  }

  @Override
  public String toString() {
    if (string != null) {
      return string;
    }
    return new String(
        array, offset, length, ascii ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
  }
}
