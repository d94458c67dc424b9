package org.sqlxos.rest.internal.repeat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A response whose body is held back until it is kept for the next request of the same key: who has
 * got an answer gets it again.
 */
final class Recording extends HttpServletResponseWrapper {

  private final Map<String, String> headers = new HashMap<>();
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();
  private final int mostBytes;

  /**
   * @param mostBytes of a body that is kept
   */
  Recording(HttpServletResponse response, int mostBytes) {
    super(response);
    this.mostBytes = mostBytes;
  }

  /** What is to be sent again; without its body where that is too large. */
  StoredAnswer answer() {
    boolean whole = body.size() <= mostBytes;
    return new StoredAnswer(
        getStatus(),
        whole ? Objects.requireNonNullElse(getContentType(), "") : "",
        headers,
        whole ? body.toByteArray() : new byte[0]);
  }

  /** Sends what was held back. */
  void send() throws IOException {
    if (body.size() > 0) {
      body.writeTo(getResponse().getOutputStream());
    }
  }

  @Override
  public void setHeader(String name, String value) {
    super.setHeader(name, value);
    headers.put(name, value);
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new ServletOutputStream() {
      @Override
      public void write(int octet) {
        body.write(octet);
      }

      @Override
      public void write(byte[] octets, int offset, int length) {
        body.write(octets, offset, length);
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setWriteListener(WriteListener listener) {
        throw new UnsupportedOperationException("answers are written by the thread they are on");
      }
    };
  }
}
