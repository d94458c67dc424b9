package org.sqlxos.wirevm.internal.frame;

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
 */
public record Framing(
    String name,
    int headerBytes,
    int lengthOffset,
    NumberForm.Fixed lengthForm,
    int lengthCounts,
    int tagOffset,
    int sequenceOffset,
    int splitAt) {}
