package org.sqlxos.wirevm.internal.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Makes frames of responses: see {@link HttpBodies}. A line is copied once, from where it came in
 * to behind its header, be it in one chunk or in several; memory grows with what has come.
 *
 * <p>Hot code: a body passes here line by line.
 */
final class HttpInput extends InputStream {

  /** More than this no head has. */
  private static final int MOST_HEAD_BYTES = 64 * 1024;

  private static final int MOST_CHUNK_LINE = 256;

  private enum Part {
    HEAD,
    CHUNK_SIZE,
    BODY,
    CHUNK_END,
    TRAILER
  }

  private final HttpBodies bodies;
  private final HttpFrames frames;
  private final InputStream source;
  private final byte[] came = new byte[64 * 1024];
  private int next;
  private int limit;
  private Part part = Part.HEAD;
  private HttpHead head = new HttpHead(0, "", 0, false);

  /** Bytes of the body, or of the chunk, that are still to come. */
  private long left;

  private byte[] line = new byte[512];
  private int lineSize;

  HttpInput(HttpBodies bodies, int mostBytes, InputStream source) {
    this.bodies = bodies;
    this.frames = new HttpFrames(mostBytes);
    this.source = source;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (frames.ready() == 0) {
      if (next == limit && !receive()) {
        if (!ended()) {
          return -1;
        }
      } else {
        digest();
      }
    }
    return frames.take(to, offset, length);
  }

  private boolean receive() throws IOException {
    next = 0;
    limit = 0;
    int count = source.read(came, 0, came.length);
    limit = Math.max(0, count);
    return count >= 0;
  }

  /**
   * The connection has ended.
   *
   * @return whether that is the end of a message, too
   */
  private boolean ended() throws IOException {
    if (part == Part.BODY && head.length() == HttpHead.TO_THE_END) {
      endOfMessage();
      return true;
    }
    if (frames.holds()) {
      // Who breaks off in the middle of a body has said why in its last line.
      frames.endMessage(true, true, bodies.failure());
      part = Part.HEAD;
      lineSize = 0;
      return true;
    }
    if (part != Part.HEAD || lineSize > 0) {
      throw new EOFException("the server closed the connection in the middle of an answer");
    }
    return false;
  }

  /** Goes through what has come, or to where enough is ready. */
  private void digest() {
    while (next < limit) {
      switch (part) {
        case HEAD -> head();
        case CHUNK_SIZE -> chunkSize();
        case BODY -> body();
        case CHUNK_END -> {
          if (line(MOST_CHUNK_LINE)) {
            requireEmpty();
            part = Part.CHUNK_SIZE;
          }
        }
        case TRAILER -> {
          if (line(MOST_HEAD_BYTES)) {
            boolean last = lineSize == 0;
            lineSize = 0;
            if (last) {
              endOfMessage();
            }
          }
        }
      }
    }
  }

  /**
   * Takes bytes up to the end of a line into {@link #line}, without that end.
   *
   * @return whether the end has come; then {@link #lineSize} is to be set back by who has used it
   */
  private boolean line(int most) {
    while (next < limit) {
      byte each = came[next++];
      if (each == '\n') {
        if (lineSize > 0 && line[lineSize - 1] == '\r') {
          lineSize--;
        }
        return true;
      }
      keep(each, most);
    }
    return false;
  }

  private void keep(byte each, int most) {
    if (lineSize == most) {
      throw WireProblem.FRAME_TOO_LONG.problem(
          "A line of an answer's head has more than %d bytes".formatted(most),
          "Check that the URL leads to the right server.");
    }
    if (lineSize == line.length) {
      line = java.util.Arrays.copyOf(line, 2 * lineSize);
    }
    line[lineSize++] = each;
  }

  private void requireEmpty() {
    if (lineSize != 0) {
      throw WireProblem.MALFORMED.problem("A chunk of an answer is longer than it announced");
    }
  }

  private void head() {
    while (next < limit) {
      keep(came[next++], MOST_HEAD_BYTES);
      if (lineSize == 5 && !new String(line, 0, 5, StandardCharsets.ISO_8859_1).equals("HTTP/")) {
        // Told before an end is waited for that never comes.
        throw notHttp();
      }
      if (line[lineSize - 1] == '\n' && lineSize >= 4 && endsHead()) {
        head = HttpHead.of(line, 0, lineSize - 4);
        lineSize = 0;
        begin();
        return;
      }
    }
  }

  private static RuntimeException notHttp() {
    return WireProblem.NOT_THIS_PROTOCOL.problem(
        "What the server sent is no answer of HTTP/1.1",
        "Check that the URL leads to a server of the right kind, and to its port for HTTP.");
  }

  private boolean endsHead() {
    return line[lineSize - 4] == '\r' && line[lineSize - 3] == '\n' && line[lineSize - 2] == '\r';
  }

  private void begin() {
    if (head.interim()) {
      return;
    }
    frames.head(head);
    frames.body(head.success() ? HttpBodies.LINE : HttpBodies.WHOLE);
    left = head.length() < 0 ? Long.MAX_VALUE : head.length();
    part = head.length() == HttpHead.CHUNKED ? Part.CHUNK_SIZE : Part.BODY;
    if (left == 0) {
      endOfMessage();
    }
  }

  private void chunkSize() {
    if (!line(MOST_CHUNK_LINE)) {
      return;
    }
    String size = new String(line, 0, lineSize, StandardCharsets.ISO_8859_1);
    lineSize = 0;
    int extension = size.indexOf(';');
    String digits = (extension < 0 ? size : size.substring(0, extension)).strip();
    if (!digits.matches("[0-9A-Fa-f]{1,15}")) {
      throw WireProblem.MALFORMED.problem("A chunk of an answer has no length that makes sense");
    }
    left = Long.parseLong(digits, 16);
    part = left == 0 ? Part.TRAILER : Part.BODY;
  }

  private void body() {
    int end = (int) Math.min(limit, next + Math.min(left, limit));
    int from = next;
    next = end;
    left -= end - from;
    if (head.success()) {
      lines(from, end);
    } else {
      frames.add(came, from, end);
    }
    if (left == 0) {
      if (head.length() == HttpHead.CHUNKED) {
        part = Part.CHUNK_END;
      } else {
        endOfMessage();
      }
    }
  }

  private void lines(int from, int end) {
    int start = from;
    for (int at = from; at < end; at++) {
      if (came[at] == '\n') {
        frames.add(came, start, at);
        frames.endLine(bodies.failure());
        start = at + 1;
      }
    }
    frames.add(came, start, end);
  }

  private void endOfMessage() {
    frames.endMessage(head.success(), head.closes(), bodies.failure());
    part = Part.HEAD;
  }
}
