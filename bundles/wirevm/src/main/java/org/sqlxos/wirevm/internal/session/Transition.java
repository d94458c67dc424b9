package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.compile.MessageReader;
import org.sqlxos.wirevm.internal.compile.RowReader;
import org.sqlxos.wirevm.internal.frame.ByteView;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Message;

/** A message that may come in a state, how it is read, and what is done then. */
final class Transition {

  private record Check(int offset, NumberForm.Fixed form, long value) {}

  final Message message;
  private final Check[] checks;
  private final int leadingBytes;
  final @Nullable MessageReader reader;
  final @Nullable RowReader row;
  final RowsInside.@Nullable Layout rows;
  final Program program;
  @Nullable Transition otherwise;

  Transition(
      Message message, @Nullable MessageReader reader, @Nullable RowReader row, Program program) {
    this(message, reader, row, null, program);
  }

  /**
   * @param rows how rows lie in the message, where it holds some
   */
  Transition(
      Message message,
      @Nullable MessageReader reader,
      @Nullable RowReader row,
      RowsInside.@Nullable Layout rows,
      Program program) {
    this.message = message;
    this.reader = reader;
    this.row = row;
    this.rows = rows;
    this.program = program;
    List<Check> leading = new ArrayList<>();
    int offset = 0;
    for (Field field : message.fields()) {
      if (!(field instanceof Field.Constant constant)) {
        break;
      }
      leading.add(new Check(offset, constant.form(), constant.value()));
      offset += constant.form().bytes();
    }
    this.checks = leading.toArray(new Check[0]);
    this.leadingBytes = offset;
  }

  private Transition(Transition other) {
    this.message = other.message;
    this.checks = other.checks;
    this.leadingBytes = other.leadingBytes;
    this.reader = other.reader;
    this.row = other.row;
    this.rows = other.rows;
    this.program = other.program;
  }

  Transition copy() {
    return new Transition(this);
  }

  /** Whether a frame that begins, or is tagged, with this byte can be this message; -1 for none. */
  boolean possibleFor(int tag) {
    if (message.framing().tagOffset() >= 0) {
      return message.tag() < 0 || message.tag() == tag;
    }
    return checks.length == 0 || checks[0].form().bytes() > 1 || (checks[0].value() & 0xff) == tag;
  }

  /** Whether the frame is this message. */
  boolean matches(FrameInput frame) {
    int length = frame.bodyEnd() - frame.bodyStart();
    if (length < message.shortest() || length > message.longest() || length < leadingBytes) {
      return false;
    }
    for (Check check : checks) {
      if (read(frame.array(), frame.bodyStart() + check.offset(), check.form()) != check.value()) {
        return false;
      }
    }
    return true;
  }

  private static long read(byte[] bytes, int at, NumberForm.Fixed form) {
    return switch (form.bytes()) {
      case 1 -> form.signed() ? bytes[at] : bytes[at] & 0xff;
      case 2 -> {
        short value =
            form.little() ? ByteView.shortLittle(bytes, at) : ByteView.shortBig(bytes, at);
        yield form.signed() ? value : value & 0xffff;
      }
      case 3 -> form.little() ? ByteView.mediumLittle(bytes, at) : ByteView.mediumBig(bytes, at);
      case 4 -> {
        int value = form.little() ? ByteView.intLittle(bytes, at) : ByteView.intBig(bytes, at);
        yield form.signed() ? value : value & 0xffff_ffffL;
      }
      default -> form.little() ? ByteView.longLittle(bytes, at) : ByteView.longBig(bytes, at);
    };
  }
}
