package org.sqlxos.wirevm.internal.tree;

import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.FrameEnd.Progress;

/**
 * Finds the end of a value while its bytes come in. All that is kept is how many values are still
 * to come, so neither depth nor counts cost anything, and no byte is looked at twice.
 */
final class TreeEnd {

  private static final int LINE_END = 2;

  private TreeEnd() {}

  static int missing(
      TreeLayout layout, byte[] bytes, int from, int limit, int most, Progress progress) {
    while (progress.values > 0) {
      int at = from + progress.at;
      int line = line(bytes, from, limit, progress);
      if (line < 0) {
        requireShort(limit - from, most);
        return 1;
      }
      TreeTag tag = layout.tag(bytes[at] & 0xff);
      int length = line + LINE_END - at;
      long more = 0;
      if (tag.extent() instanceof Extent.CountedLine counted
          && tag.holds() == TreeTag.Holds.VALUE) {
        int count = TreeLayout.countIn(bytes, at + 1, line);
        long whole = (long) length + (count < 0 ? 0 : (long) count + counted.ending());
        requireShort(progress.at + whole, most);
        if (at + whole > limit) {
          return (int) (at + whole - limit);
        }
        length = (int) whole;
      } else if (tag.extent() instanceof Extent.CountedLine) {
        more = values(tag, TreeLayout.countIn(bytes, at + 1, line));
      }
      progress.at += length;
      progress.looked = progress.at;
      progress.values += more - 1;
      requireShort(progress.at + progress.values, most);
    }
    return 0;
  }

  private static long values(TreeTag tag, int count) {
    long there = Math.max(0, count);
    return switch (tag.holds()) {
      case PAIRS -> 2 * there;
      case ASIDE -> 2 * there + 1;
      case ITEMS, NOTHING, VALUE, NAMED, PARTS -> there;
    };
  }

  /** The place of the end of the line that begins where {@code progress} is, or -1. */
  private static int line(byte[] bytes, int from, int limit, Progress progress) {
    int i = from + Math.max(progress.at, progress.looked);
    for (; i < limit - 1; i++) {
      if (bytes[i] == '\r' && bytes[i + 1] == '\n') {
        return i;
      }
    }
    progress.looked = Math.max(progress.at, i - from);
    return -1;
  }

  private static void requireShort(long length, int most) {
    if (length > most) {
      throw tooLong(length, most);
    }
  }

  private static ProblemException tooLong(long length, int most) {
    return WireProblem.FRAME_TOO_LONG.problem(
        "The server announced a message of %d bytes; at most %d are taken".formatted(length, most),
        "Check that the URL leads to the right server; else ask for less at a time.");
  }
}
