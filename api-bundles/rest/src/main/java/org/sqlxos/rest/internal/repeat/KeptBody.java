package org.sqlxos.rest.internal.repeat;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;

/** A request whose body has been read already, and can be read once more. */
final class KeptBody extends HttpServletRequestWrapper {

  private final byte[] body;

  KeptBody(HttpServletRequest request, byte[] body) {
    super(request);
    this.body = body;
  }

  @Override
  public long getContentLengthLong() {
    return body.length;
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Memory(new ByteArrayInputStream(body));
  }

  private static final class Memory extends ServletInputStream {

    private final ByteArrayInputStream octets;

    Memory(ByteArrayInputStream octets) {
      this.octets = octets;
    }

    @Override
    public int read() {
      return octets.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return octets.read(into, offset, length);
    }

    @Override
    public boolean isFinished() {
      return octets.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new UnsupportedOperationException("requests are read by the thread they are on");
    }
  }
}
