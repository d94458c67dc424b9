package org.sqlxos.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Cuts what a server said into frames, so that damage can be done to whole ones. */
@FunctionalInterface
public interface FrameCut {

  /**
   * One frame.
   *
   * @param from its first byte
   * @param to behind its last byte
   * @param lengthAt where its length is; negative if it has none
   * @param lengthBytes how many bytes that has
   */
  record Frame(int from, int to, int lengthAt, int lengthBytes) {}

  /** The frames, in their order and without gaps; what is left at the end is one too. */
  List<Frame> cut(byte[] bytes);

  /**
   * Frames with a header of fixed size that has the length of the body.
   *
   * @param header bytes of the header
   * @param at where the length is in it
   * @param bytes how many bytes the length has
   * @param little whether the least significant comes first
   * @param counted how many bytes of the header the length counts too
   */
  static FrameCut lengths(int header, int at, int bytes, boolean little, int counted) {
    return all -> {
      List<Frame> frames = new ArrayList<>();
      int from = 0;
      while (all.length - from >= header) {
        long length = 0;
        for (int i = 0; i < bytes; i++) {
          int next = all[from + at + (little ? bytes - 1 - i : i)] & 0xff;
          length = length << 8 | next;
        }
        long to = from + header + length - counted;
        if (to <= from || to > all.length) {
          break;
        }
        frames.add(new Frame(from, (int) to, from + at, bytes));
        from = (int) to;
      }
      if (from < all.length) {
        frames.add(new Frame(from, all.length, -1, 0));
      }
      return frames;
    };
  }

  /** Lines, each with its end. */
  static FrameCut lines() {
    return all -> {
      List<Frame> frames = new ArrayList<>();
      int from = 0;
      for (int i = 0; i < all.length; i++) {
        if (all[i] == '\n' || i == all.length - 1) {
          frames.add(new Frame(from, i + 1, -1, 0));
          from = i + 1;
        }
      }
      return frames;
    };
  }

  /** So many bytes that stand alone before the first frame of another cut. */
  static FrameCut behind(int bytes, FrameCut rest) {
    return all -> {
      if (all.length < bytes) {
        return rest.cut(all);
      }
      List<Frame> frames = new ArrayList<>();
      frames.add(new Frame(0, bytes, -1, 0));
      byte[] later = java.util.Arrays.copyOfRange(all, bytes, all.length);
      for (Frame each : rest.cut(later)) {
        int lengthAt = each.lengthAt() < 0 ? -1 : each.lengthAt() + bytes;
        frames.add(new Frame(each.from() + bytes, each.to() + bytes, lengthAt, each.lengthBytes()));
      }
      return frames;
    };
  }
}
