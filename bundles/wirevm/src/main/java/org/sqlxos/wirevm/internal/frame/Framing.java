package org.sqlxos.wirevm.internal.frame;

import java.util.List;
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
 * @param constants numbers by which both sides know that they mean the same protocol
 * @param variables numbers that say more of a frame than its tag
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
    List<HeaderConstant> constants,
    List<HeaderVariable> variables,
    Optional<FrameEnd> end) {

  /**
   * A number of the header that is always the same.
   *
   * @param offset where it is
   * @param sent what is written
   * @param received what has to come
   */
  public record HeaderConstant(int offset, NumberForm.Fixed form, long sent, long received) {}

  /**
   * A number of the header that is kept when it comes; zero where it is sent.
   *
   * @param place the variable
   */
  public record HeaderVariable(int offset, NumberForm.Fixed form, int place) {}

  public Framing {
    constants = List.copyOf(constants);
    variables = List.copyOf(variables);
  }

  /** A frame whose header has no more than that. */
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
        List.of(),
        List.of(),
        Optional.empty());
  }

  /** A framing of values that describe themselves; their first byte tells messages apart. */
  public static Framing ofValues(String name, FrameEnd end) {
    NumberForm.Fixed none = new NumberForm.Fixed(1, false, false);
    return new Framing(name, 0, -1, none, 0, 0, -1, 0, List.of(), List.of(), Optional.of(end));
  }
}
