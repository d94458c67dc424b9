package org.sqlxos.wirevm.internal.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Makes requests of frames: of each the header is dropped, and the length of the body - what stands
 * behind the first empty line - is put behind the last field of the head.
 */
final class HttpOutput extends OutputStream {

  private final OutputStream target;

  HttpOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int one) throws IOException {
    throw new IOException("whole requests are written, no single bytes");
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int at = offset;
    while (at < offset + length) {
      int end = at + HttpBodies.HEADER_BYTES + ByteView.intBig(bytes, at + 1);
      request(bytes, at + HttpBodies.HEADER_BYTES, end);
      at = end;
    }
  }

  private void request(byte[] bytes, int from, int to) throws IOException {
    int body = from;
    while (body < to && !emptyLine(bytes, body, to)) {
      body++;
    }
    if (body == to) {
      throw new IOException("a request without the empty line behind its head");
    }
    byte[] length = ("\r\nContent-Length: " + (to - body - 4)).getBytes(StandardCharsets.US_ASCII);
    byte[] request = new byte[to - from + length.length];
    System.arraycopy(bytes, from, request, 0, body - from);
    System.arraycopy(length, 0, request, body - from, length.length);
    System.arraycopy(bytes, body, request, body - from + length.length, to - body);
    target.write(request);
  }

  private static boolean emptyLine(byte[] bytes, int at, int to) {
    return at + 4 <= to
        && bytes[at] == '\r'
        && bytes[at + 1] == '\n'
        && bytes[at + 2] == '\r'
        && bytes[at + 3] == '\n';
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}
