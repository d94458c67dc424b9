package org.sqlxos.wirevm.internal.frame;

import java.util.Optional;

/**
 * What stands around a message. The header's parts are told by their offset in it; -1 where there
 * is none.
 *
 * @param headerBytes the header's size
 * @param lengthOffset where the length is; without one a frame is its header
 * @param lengthForm how it is written
 * @param lengthCounts how many bytes of the header the length counts in addition to the body
 * @param tagOffset where the byte is that tells messages apart; without one it is the body's first
 * @param sequenceOffset where the byte is that counts the frames of an operation
 * @param splitAt the length of a body that goes on in the next frame; 0 if none does
 * @param end finds the end of a frame without header; absent where a length tells it
 */
public record Framing(
    String name,
    int headerBytes,
    int lengthOffset,
    NumberForm.Fixed lengthForm,
    int lengthCounts,
    int tagOffset,
    int sequenceOffset,
    int splitAt,
    Optional<FrameEnd> end) {

  /** A framing with a header. */
  public Framing(
      String name,
      int headerBytes,
      int lengthOffset,
      NumberForm.Fixed lengthForm,
      int lengthCounts,
      int tagOffset,
      int sequenceOffset,
      int splitAt) {
    this(
        name,
        headerBytes,
        lengthOffset,
        lengthForm,
        lengthCounts,
        tagOffset,
        sequenceOffset,
        splitAt,
        Optional.empty());
  }

  /** A framing of values that describe themselves; their first byte tells messages apart. */
  public static Framing ofValues(String name, FrameEnd end) {
    NumberForm.Fixed none = new NumberForm.Fixed(1, false, false);
    return new Framing(name, 0, -1, none, 0, 0, -1, 0, Optional.of(end));
  }
}
