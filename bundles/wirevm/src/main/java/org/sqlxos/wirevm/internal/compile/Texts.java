package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Length;

/** Texts and bytes with a length of some form, as compiled writers put them. */
public final class Texts {

  private Texts() {}

  public static void put(FrameOutput to, byte[] content, Length length) {
    switch (length) {
      case Length.Rest _, Length.Variable _ -> to.putBytes(content);
      case Length.Terminated _ -> terminated(to, content);
      case Length.Counted counted -> {
        Numbers.put(to, counted.form(), content.length);
        to.putBytes(content);
      }
      case Length.Exactly exactly -> {
        int kept = Math.min(content.length, exactly.bytes());
        to.putBytes(content, 0, kept);
        zeros(to, exactly.bytes() - kept);
      }
    }
  }

  /**
   * A zero byte inside would end the text early, and what follows would be read as something else.
   */
  private static void terminated(FrameOutput to, byte[] content) {
    for (byte each : content) {
      if (each == 0) {
        throw WireProblem.TEXT_WITH_ZERO.problem("A text that is sent has the character U+0000");
      }
    }
    to.putBytes(content);
    to.putByte(0);
  }

  public static void zeros(FrameOutput to, int count) {
    int at = to.skip(count);
    java.util.Arrays.fill(to.array(), at, at + count, (byte) 0);
  }
}
