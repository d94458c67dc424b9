package org.sqlxos.rest.internal.response;

import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sqlxos.operation.api.Utf8View;

/** What a view shows, for a generator to copy as it is: a number's digits, a JSON document. */
final class RawText implements SerializableString {

  private final Utf8View view;

  RawText(Utf8View view) {
    this.view = view;
  }

  @Override
  public String getValue() {
    return view.toString();
  }

  @Override
  public int charLength() {
    return getValue().length();
  }

  @Override
  public char[] asQuotedChars() {
    return getValue().toCharArray();
  }

  @Override
  public byte[] asUnquotedUTF8() {
    return Arrays.copyOfRange(view.array(), view.offset(), view.offset() + view.length());
  }

  @Override
  public byte[] asQuotedUTF8() {
    return asUnquotedUTF8();
  }

  @Override
  public int appendQuotedUTF8(byte[] buffer, int offset) {
    return appendUnquotedUTF8(buffer, offset);
  }

  /**
   * @return how many bytes were copied; -1 if there is no room
   */
  @Override
  public int appendUnquotedUTF8(byte[] buffer, int offset) {
    if (view.length() > buffer.length - offset) {
      return -1;
    }
    System.arraycopy(view.array(), view.offset(), buffer, offset, view.length());
    return view.length();
  }

  @Override
  public int appendQuoted(char[] buffer, int offset) {
    return appendUnquoted(buffer, offset);
  }

  @Override
  public int appendUnquoted(char[] buffer, int offset) {
    String text = getValue();
    if (text.length() > buffer.length - offset) {
      return -1;
    }
    text.getChars(0, text.length(), buffer, offset);
    return text.length();
  }

  @Override
  public int writeQuotedUTF8(OutputStream out) throws IOException {
    return writeUnquotedUTF8(out);
  }

  @Override
  public int writeUnquotedUTF8(OutputStream out) throws IOException {
    out.write(view.array(), view.offset(), view.length());
    return view.length();
  }

  @Override
  public int putQuotedUTF8(ByteBuffer buffer) {
    return putUnquotedUTF8(buffer);
  }

  @Override
  public int putUnquotedUTF8(ByteBuffer buffer) {
    if (view.length() > buffer.remaining()) {
      return -1;
    }
    buffer.put(view.array(), view.offset(), view.length());
    return view.length();
  }
}
