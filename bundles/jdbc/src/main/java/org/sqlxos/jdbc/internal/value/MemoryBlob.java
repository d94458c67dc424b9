package org.sqlxos.jdbc.internal.value;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.Arrays;
import org.sqlxos.jdbc.internal.error.JdbcProblem;

/** Bytes in memory. The databases' protocols have no other large objects than values. */
public final class MemoryBlob implements Blob {

  private byte[] bytes;

  public MemoryBlob(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A place among so many, from 1 on. */
  static int index(long position, long size) throws SQLException {
    if (position < 1 || position > size + 1) {
      throw JdbcProblem.NO_SUCH_COLUMN.exception(
          "There is no place %d in an object of %d".formatted(position, size));
    }
    return (int) position - 1;
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public byte[] getBytes(long position, int length) throws SQLException {
    int from = index(position, bytes.length);
    return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length));
  }

  @Override
  public InputStream getBinaryStream() {
    return new ByteArrayInputStream(bytes);
  }

  @Override
  public InputStream getBinaryStream(long position, long length) throws SQLException {
    return new ByteArrayInputStream(getBytes(position, Math.toIntExact(length)));
  }

  @Override
  public long position(byte[] pattern, long start) throws SQLException {
    String here = new String(bytes, StandardCharsets.ISO_8859_1);
    String sought = new String(pattern, StandardCharsets.ISO_8859_1);
    int found = here.indexOf(sought, index(start, bytes.length));
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(Blob pattern, long start) throws SQLException {
    return position(pattern.getBytes(1, Math.toIntExact(pattern.length())), start);
  }

  @Override
  public int setBytes(long position, byte[] written) throws SQLException {
    return setBytes(position, written, 0, written.length);
  }

  @Override
  public int setBytes(long position, byte[] written, int offset, int length) throws SQLException {
    int from = index(position, bytes.length);
    if (from + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, from + length);
    }
    System.arraycopy(written, offset, bytes, from, length);
    return length;
  }

  @Override
  public OutputStream setBinaryStream(long position) throws SQLException {
    int from = index(position, bytes.length);
    return new ByteArrayOutputStream() {
      @Override
      public void flush() {
        byte[] all = toByteArray();
        if (from + all.length > bytes.length) {
          bytes = Arrays.copyOf(bytes, from + all.length);
        }
        System.arraycopy(all, 0, bytes, from, all.length);
      }

      @Override
      public void close() {
        flush();
      }
    };
  }

  @Override
  public void truncate(long length) throws SQLException {
    bytes = getBytes(1, Math.toIntExact(length));
  }

  @Override
  public void free() {
    bytes = new byte[0];
  }
}
