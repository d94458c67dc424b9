package org.sqlxos.wirevm.internal.frame;

/** Finds the end of a frame that does not say how long it is. Immutable. */
public interface FrameEnd {

  /**
   * Goes on where {@code progress} left off.
   *
   * @param from where the frame begins
   * @param limit up to where bytes have come
   * @param most no frame may be longer
   * @return how many bytes are missing at least; 0 once the frame is there as a whole
   */
  int missing(byte[] bytes, int from, int limit, int most, Progress progress);

  /** How far the search for one frame's end has come; offsets are counted from its start. */
  final class Progress {

    /** Everything before has been looked at. */
    public int at;

    /** How many values are still to come. */
    public long values;

    /** Up to where the end of a line was looked for. */
    public int looked;

    void restart() {
      at = 0;
      values = 1;
      looked = 0;
    }
  }
}
