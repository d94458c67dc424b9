package org.sqlxos.rest.internal.request;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/**
 * What is left of a body when a request is refused before it was read. It has to be taken from the
 * network: a client that is still sending might never see the answer, and the next request on the
 * connection would begin in the middle of it.
 */
public final class UnreadBody {

  /** A client that sends more is cut off. */
  private static final int MAX_BYTES = 16_777_216;

  private static final int STEP_BYTES = 8_192;

  private UnreadBody() {}

  /** Takes the rest of the body; false if there may be more, so that the connection has to end. */
  public static boolean discard(HttpServletRequest request) {
    boolean none =
        request.getContentLengthLong() <= 0 && request.getHeader("Transfer-Encoding") == null;
    if (none) {
      return true;
    }
    // A client that waits for leave to send its body has not sent it, and need not.
    boolean waits = request.getHeader("Expect") != null;
    return !waits && request.getContentLengthLong() <= MAX_BYTES && discardAll(request);
  }

  // As in BodyReader: containers report a broken body by exceptions of their own choice.
  private static boolean discardAll(HttpServletRequest request) {
    try {
      InputStream body = request.getInputStream();
      byte[] octets = new byte[STEP_BYTES];
      long left = MAX_BYTES;
      while (left > 0) {
        int count = body.read(octets);
        if (count < 0) {
          return true;
        }
        left -= count;
      }
      return false;
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
