package org.sqlxos.rest.internal.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;

/** The one way by which octets go to a client. Closing it leaves the answer to the container. */
final class Network extends OutputStream {

  private final HttpServletResponse response;

  Network(HttpServletResponse response) {
    this.response = response;
  }

  @Override
  public void write(int octet) throws ClientGoneException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  /** Has the client get now what was written. */
  void push() throws ClientGoneException {
    try {
      response.flushBuffer();
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws ClientGoneException {
    try {
      response.getOutputStream().write(octets, offset, length);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }
}
