package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/** The writing of single parameters that compiled writers call. Hot code. */
public final class Values {

  private Values() {}

  /** With a 32-bit length before it, the most significant byte first. */
  public static void countedByIntBig(FrameOutput to, Binding binding, int index, int none) {
    if (binding.parameterNull(index)) {
      to.putIntBig(none);
      return;
    }
    int at = to.skip(4);
    binding.writeParameter(index, to);
    to.setIntBig(at, to.size() - at - 4);
  }

  /** With a length of another form before it. */
  public static void counted(FrameOutput to, Binding binding, int index, Counted layout) {
    if (binding.parameterNull(index)) {
      Numbers.put(to, layout.form(), layout.none());
      return;
    }
    int at = to.size();
    binding.writeParameter(index, to);
    int length = to.size() - at;
    int width = Numbers.width(layout.form(), length);
    to.skip(width);
    System.arraycopy(to.array(), at, to.array(), at + width, length);
    to.truncate(at);
    Numbers.put(to, layout.form(), length);
    to.skip(length);
  }

  /** How the length of a value is written; {@code none} where there is no value. */
  public record Counted(NumberForm form, long none) {}

  /** Without a length but what its format demands; nothing where there is no value. */
  public static void bare(FrameOutput to, Binding binding, int index, Counted layout) {
    if (binding.parameterNull(index)) {
      return;
    }
    int width = binding.parameterWidth(index);
    if (width == ValueFormat.BYTE_PREFIXED) {
      int at = to.skip(1);
      binding.writeParameter(index, to);
      to.setByte(at, to.size() - at - 1);
    } else if (width == ValueFormat.PREFIXED) {
      counted(to, binding, index, layout);
    } else {
      binding.writeParameter(index, to);
    }
  }

  /** A bit for each parameter, set where it has no value. */
  public static void nullBits(FrameOutput to, Binding binding, int offset) {
    int count = binding.parameters();
    int size = (count + offset + 7) / 8;
    int at = to.skip(size);
    byte[] bytes = to.array();
    java.util.Arrays.fill(bytes, at, at + size, (byte) 0);
    for (int i = 0; i < count; i++) {
      if (binding.parameterNull(i)) {
        int bit = i + offset;
        bytes[at + (bit >> 3)] |= (byte) (1 << (bit & 7));
      }
    }
  }
}
