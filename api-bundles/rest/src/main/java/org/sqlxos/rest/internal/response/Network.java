package org.sqlxos.rest.internal.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The one way by which octets go to a client. */
final class Network {

  private Network() {}

  static void send(HttpServletResponse response, byte[] octets, int offset, int length)
      throws ClientGoneException {
    try {
      response.getOutputStream().write(octets, offset, length);
    } catch (IOException e) {
      throw new ClientGoneException(e);
    }
  }
}
