package org.sqlxos.jdbc.internal.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;

/** Text in memory. */
public final class MemoryClob implements NClob {

  private final StringBuilder text;

  public MemoryClob(String text) {
    this.text = new StringBuilder(text);
  }

  @Override
  public long length() {
    return text.length();
  }

  @Override
  public String getSubString(long position, int length) throws SQLException {
    int from = MemoryBlob.index(position, text.length());
    return text.substring(from, Math.min(text.length(), from + length));
  }

  @Override
  public Reader getCharacterStream() {
    return new StringReader(text.toString());
  }

  @Override
  public Reader getCharacterStream(long position, long length) throws SQLException {
    return new StringReader(getSubString(position, Math.toIntExact(length)));
  }

  /** Its bytes in ASCII; what is none becomes a question mark. */
  @Override
  public InputStream getAsciiStream() {
    return new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public long position(String sought, long start) throws SQLException {
    int found = text.indexOf(sought, MemoryBlob.index(start, text.length()));
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(Clob sought, long start) throws SQLException {
    return position(sought.getSubString(1, Math.toIntExact(sought.length())), start);
  }

  @Override
  public int setString(long position, String written) throws SQLException {
    int from = MemoryBlob.index(position, text.length());
    text.replace(from, Math.min(text.length(), from + written.length()), written);
    return written.length();
  }

  @Override
  public int setString(long position, String written, int offset, int length) throws SQLException {
    return setString(position, written.substring(offset, offset + length));
  }

  @Override
  public OutputStream setAsciiStream(long position) throws SQLException {
    int from = MemoryBlob.index(position, text.length());
    return new ByteArrayOutputStream() {
      @Override
      public void close() {
        put(from, toString(StandardCharsets.US_ASCII));
      }
    };
  }

  @Override
  public Writer setCharacterStream(long position) throws SQLException {
    int from = MemoryBlob.index(position, text.length());
    return new StringWriter() {
      @Override
      public void close() {
        put(from, toString());
      }
    };
  }

  private void put(int from, String written) {
    text.replace(from, Math.min(text.length(), from + written.length()), written);
  }

  @Override
  public void truncate(long length) throws SQLException {
    text.setLength(MemoryBlob.index(length + 1, text.length()));
  }

  @Override
  public void free() {
    text.setLength(0);
  }
}
