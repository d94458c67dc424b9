package org.sqlxos.rest.internal.repeat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * An answer as it was sent.
 *
 * @param contentType empty where there is no body
 */
record StoredAnswer(int status, String contentType, Map<String, String> headers, byte[] body) {

  /** Says that this is not the first answer. */
  static final String REPLAYED = "Idempotency-Replayed";

  boolean good() {
    return status >= 200 && status < 300;
  }

  void send(HttpServletResponse response) throws IOException {
    response.setStatus(status);
    headers.forEach(response::setHeader);
    response.setHeader(REPLAYED, "true");
    if (!contentType.isEmpty()) {
      response.setContentType(contentType);
    }
    if (body.length > 0) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
