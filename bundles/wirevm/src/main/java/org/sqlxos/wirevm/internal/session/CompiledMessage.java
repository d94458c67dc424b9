package org.sqlxos.wirevm.internal.session;

import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.compile.MessageWriter;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.frame.HeaderNumbers;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Message;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** A message that is sent: the frame around what its compiled writer writes. Hot code. */
final class CompiledMessage {

  final Message message;
  private final Framing framing;
  private final int tag;
  private final MessageWriter writer;

  CompiledMessage(Message message, MessageWriter writer) {
    this.message = message;
    this.framing = message.framing();
    this.tag = message.tag();
    this.writer = writer;
  }

  /**
   * @param sequence the number of the first frame
   * @return the number of the next frame
   */
  int write(FrameOutput to, Slots slots, Binding binding, int sequence) {
    int header = framing.headerBytes();
    int start = to.skip(header);
    writer.write(to, slots, binding);
    int length = to.size() - start - header;
    if (framing.splitAt() > 0 && length >= framing.splitAt()) {
      return split(to, start, sequence);
    }
    header(to, start, length, sequence);
    return sequence + 1;
  }

  private void header(FrameOutput to, int at, int length, int sequence) {
    if (framing.lengthOffset() >= 0) {
      length(to, at + framing.lengthOffset(), length + framing.lengthCounts());
    }
    // Without a header the tag is the content's own first byte.
    if (framing.tagOffset() >= 0 && framing.headerBytes() > 0) {
      to.setByte(at + framing.tagOffset(), tag);
    }
    if (framing.sequenceOffset() >= 0) {
      to.setByte(at + framing.sequenceOffset(), sequence);
    }
    for (Framing.HeaderConstant constant : framing.constants()) {
      HeaderNumbers.write(to.array(), at + constant.offset(), constant.form(), constant.sent());
    }
    for (Framing.HeaderVariable variable : framing.variables()) {
      HeaderNumbers.write(to.array(), at + variable.offset(), variable.form(), 0);
    }
  }

  private void length(FrameOutput to, int at, int length) {
    NumberForm.Fixed form = framing.lengthForm();
    if (form.bytes() == 4) {
      if (form.little()) {
        to.setIntLittle(at, length);
      } else {
        to.setIntBig(at, length);
      }
      return;
    }
    for (int i = 0; i < form.bytes(); i++) {
      int shift = 8 * (form.little() ? i : form.bytes() - 1 - i);
      to.setByte(at + i, shift > 31 ? 0 : length >> shift);
    }
  }

  /** Puts a header before each part of a body that is too long for one frame. */
  private int split(FrameOutput to, int start, int first) {
    int header = framing.headerBytes();
    int part = framing.splitAt();
    int length = to.size() - start - header;
    int frames = length / part + 1;
    to.skip((frames - 1) * header);
    byte[] bytes = to.array();
    // From the last part to the first, so that none is overwritten before it has moved.
    for (int i = frames - 1; i >= 0; i--) {
      int size = i == frames - 1 ? length - i * part : part;
      int from = start + header + i * part;
      int at = start + i * (header + part);
      System.arraycopy(bytes, from, bytes, at + header, size);
    }
    for (int i = 0; i < frames; i++) {
      int size = i == frames - 1 ? length - i * part : part;
      header(to, start + i * (header + part), size, first + i);
    }
    return first + frames;
  }
}
