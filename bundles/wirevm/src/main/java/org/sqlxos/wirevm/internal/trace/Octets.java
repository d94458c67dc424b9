package org.sqlxos.wirevm.internal.trace;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.protocol.Length;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** Numbers and bytes as they lie in a body. */
final class Octets {

  private static final int MOST_SHOWN = 200;

  private Octets() {}

  static long number(BodyReader body, NumberForm form) {
    return switch (form) {
      case NumberForm.Prefixed p ->
          body.takePrefixed(p.inline(), p.none(), p.two(), p.three(), p.eight());
      case NumberForm.Fixed fixed -> fixed(body, fixed);
    };
  }

  private static long fixed(BodyReader body, NumberForm.Fixed form) {
    byte[] bytes = body.takeBytes(form.bytes());
    long value = 0;
    for (int i = 0; i < bytes.length; i++) {
      int at = form.little() ? bytes.length - 1 - i : i;
      value = value << 8 | (bytes[at] & 0xff);
    }
    int unused = 64 - 8 * bytes.length;
    return form.signed() ? value << unused >> unused : value;
  }

  static byte[] take(BodyReader body, Length length, Slots slots) {
    return switch (length) {
      case Length.Exactly exactly -> body.takeBytes(exactly.bytes());
      case Length.Rest _ -> body.takeRestBytes();
      case Length.Terminated _ -> body.takeTerminatedBytes();
      case Length.Counted counted -> body.takeBytes(Math.max(0, number(body, counted.form())));
      case Length.Variable variable -> body.takeBytes(slots.number(variable.place()));
    };
  }

  /** In quotes if it is text without control characters, else in hexadecimal digits. */
  static String readable(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    boolean plain =
        text.chars().noneMatch(c -> c == '\uFFFD' || (c < ' ' && c != '\n' && c != '\t'));
    String shown =
        plain
            ? '"' + text.replace("\n", "\\n").replace("\t", "\\t") + '"'
            : "0x" + HexFormat.of().formatHex(bytes);
    return shown.length() <= MOST_SHOWN
        ? shown
        : shown.substring(0, MOST_SHOWN) + "... (" + bytes.length + " bytes)";
  }
}
