package org.sqlxos.wirepack.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.sqlxos.testkit.fuzz.FrameCut;

/** Cuts what a server said into replies, as the protocol's description tells where they end. */
final class RespFrames implements FrameCut {

  @Override
  public List<Frame> cut(byte[] bytes) {
    List<Frame> frames = new ArrayList<>();
    int from = 0;
    while (from < bytes.length) {
      int to = end(bytes, from);
      if (to < 0) {
        to = bytes.length;
      }
      frames.add(new Frame(from, to, -1, 0));
      from = to;
    }
    return frames;
  }

  /** Behind the value that begins here; less than 0 where it makes no sense. */
  private static int end(byte[] bytes, int from) {
    long values = 1;
    int at = from;
    while (values > 0) {
      int line = lineEnd(bytes, at);
      if (line <= at) {
        return -1;
      }
      long count = count(new String(bytes, at + 1, line - at - 1, StandardCharsets.US_ASCII));
      long next = line + 2;
      switch (bytes[at]) {
        case '$', '=', '!' -> next += count < 0 ? 0 : count + 2;
        case '*', '~', '>' -> values += Math.max(0, count);
        case '%' -> values += 2 * Math.max(0, count);
        case '|' -> values += 2 * Math.max(0, count) + 1;
        default -> {}
      }
      if (next > bytes.length || values > bytes.length) {
        return -1;
      }
      at = (int) next;
      values--;
    }
    return at;
  }

  private static int lineEnd(byte[] bytes, int from) {
    for (int i = from; i + 1 < bytes.length; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static long count(String digits) {
    return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : -1;
  }
}
