package org.sqlxos.wirevm.internal.frame;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the messages of HTTP/1.1 (RFC 9112) become frames: {@link #HEAD} with the status and the
 * fields, then the body, {@link #LINE} by line where the request was fulfilled and as one {@link
 * #WHOLE} where it was not, then {@link #END}.
 *
 * @param failure how a server says in the last line of a body that the rest cannot be had, after it
 *     has promised success
 */
public record HttpBodies(Optional<Failure> failure) {

  /** 16 bits of status, then a line for each field: its name in lower case, {@code :}, value. */
  public static final int HEAD = 'H';

  /** A line of a body, without its end. */
  public static final int LINE = 'L';

  /** The body of an answer that is no success. */
  public static final int WHOLE = 'B';

  /** The last line of a body, which says what went wrong. */
  public static final int FAILURE = 'F';

  /** The end of a message. Its only byte is 1 if the server closes the connection behind it. */
  public static final int END = 'E';

  /** The frames' header: a tag, and the length of what follows. */
  static final int HEADER_BYTES = 5;

  /**
   * A last line that is no row.
   *
   * @param begins how it begins; looked at in every line
   * @param matches the whole line
   */
  public record Failure(String begins, Pattern matches) {

    boolean is(byte[] bytes, int from, int to) {
      int length = begins.length();
      if (to - from < length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (bytes[from + i] != begins.charAt(i)) {
          return false;
        }
      }
      String line = new String(bytes, from, to - from, StandardCharsets.UTF_8);
      return matches.matcher(line).matches();
    }
  }

  /** The framing of what these frames are. */
  public static Framing framing() {
    return new Framing("http", HEADER_BYTES, 1, new NumberForm.Fixed(4, false, false), 0, 0, -1, 0);
  }
}
