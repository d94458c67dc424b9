package org.sqlxos.wirevm.internal.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A truth as one of two texts; a number in digits that is neither is read as that number. */
public final class BooleanTextFormat extends ValueFormat {

  private final byte[] trueText;
  private final byte[] falseText;
  private final IntegerTextFormat number = new IntegerTextFormat();

  BooleanTextFormat(String trueText, String falseText) {
    this.trueText = trueText.getBytes(StandardCharsets.UTF_8);
    this.falseText = falseText.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    boolean truth = is(trueText, bytes, offset, length) || is(falseText, bytes, offset, length);
    return truth ? ValueKind.BOOLEAN : number.kind(bytes, offset, length);
  }

  @Override
  public boolean toBoolean(byte[] bytes, int offset, int length) {
    if (is(trueText, bytes, offset, length)) {
      return true;
    }
    if (is(falseText, bytes, offset, length)) {
      return false;
    }
    throw Malformed.content("A truth value in writing");
  }

  @Override
  public long toLong(byte[] bytes, int offset, int length) {
    return number.toLong(bytes, offset, length);
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    return number.text(bytes, offset, length, to);
  }

  @Override
  public void write(Object value, FrameOutput to) {
    to.putBytes(Given.truth(value, "A truth value") ? trueText : falseText);
  }

  private static boolean is(byte[] text, byte[] bytes, int offset, int length) {
    return Arrays.equals(text, 0, text.length, bytes, offset, offset + length);
  }
}
