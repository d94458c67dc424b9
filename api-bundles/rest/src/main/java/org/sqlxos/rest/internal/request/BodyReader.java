package org.sqlxos.rest.internal.request;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.sqlxos.problem.api.ProblemException;

/** Takes a body from the network, never more than the limit, and makes text of it. */
public final class BodyReader {

  private BodyReader() {}

  /**
   * Reads a body to its end.
   *
   * @param declared the Content-Length; -1 if there is none
   * @param limit octets
   */
  public static RowBody read(InputStream body, long declared, int limit) {
    return RowBodyReader.read(text(octets(body, declared, limit)));
  }

  /**
   * The same, not looked into.
   *
   * @param declared the Content-Length; -1 if there is none
   * @param limit octets
   */
  public static byte[] octets(InputStream body, long declared, int limit) {
    if (declared > limit) {
      throw tooLarge(limit);
    }
    byte[] octets = octets(body, limit);
    if (octets.length > limit) {
      throw tooLarge(limit);
    }
    return octets;
  }

  /** The rows of a document inside of a body that has been read. */
  public static RowBody nested(String json) {
    return RowBodyReader.nested(json);
  }

  // A container reports broken framing and vanished clients by exceptions of its own choice, also
  // unchecked ones; none of them is an error of this node.
  private static byte[] octets(InputStream body, int limit) {
    try {
      return body.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
    } catch (IOException | RuntimeException e) {
      throw new ProblemException(
          RestProblem.MALFORMED_BODY.problem("the body did not arrive whole").problem(), e);
    }
  }

  private static String text(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      throw RestProblem.MALFORMED_BODY.problem("the body is not UTF-8");
    }
  }

  private static ProblemException tooLarge(int limit) {
    return RestProblem.BODY_TOO_LARGE.problem("at most %d octets are allowed".formatted(limit));
  }
}
