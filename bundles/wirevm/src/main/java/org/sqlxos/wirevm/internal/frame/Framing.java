package org.sqlxos.wirevm.internal.frame;

import java.util.List;

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
    List<HeaderVariable> variables) {

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
        List.of());
  }
}
