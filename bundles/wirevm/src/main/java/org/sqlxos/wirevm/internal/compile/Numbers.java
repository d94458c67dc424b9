package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.frame.NumberForm.Fixed;
import org.sqlxos.wirevm.internal.frame.NumberForm.Prefixed;

/** Numbers of any form: what compiled code does in place where the form is known. */
public final class Numbers {

  private Numbers() {}

  /** How many bytes a number takes. */
  public static int width(NumberForm form, long value) {
    return switch (form) {
      case Fixed fixed -> fixed.bytes();
      case Prefixed prefixed -> {
        if (value >= 0 && value <= prefixed.inline()) {
          yield 1;
        }
        yield value >= 0 && value < 1 << 16 ? 3 : value >= 0 && value < 1 << 24 ? 4 : 9;
      }
    };
  }

  public static void put(FrameOutput to, NumberForm form, long value) {
    switch (form) {
      case Fixed fixed -> putFixed(to, fixed, value);
      case Prefixed prefixed -> putPrefixed(to, prefixed, value);
    }
  }

  private static void putFixed(FrameOutput to, Fixed form, long value) {
    switch (form.bytes()) {
      case 1 -> to.putByte((int) value);
      case 2 -> {
        if (form.little()) {
          to.putShortLittle((int) value);
        } else {
          to.putShortBig((int) value);
        }
      }
      case 3 -> {
        if (form.little()) {
          to.putMediumLittle((int) value);
        } else {
          to.putMediumBig((int) value);
        }
      }
      case 4 -> {
        if (form.little()) {
          to.putIntLittle((int) value);
        } else {
          to.putIntBig((int) value);
        }
      }
      default -> {
        if (form.little()) {
          to.putLongLittle(value);
        } else {
          to.putLongBig(value);
        }
      }
    }
  }

  /** A number with a form of its own; negative means no value. */
  public static void putPrefixed(FrameOutput to, Prefixed form, long value) {
    if (value < 0) {
      to.putByte(form.none());
    } else if (value <= form.inline()) {
      to.putByte((int) value);
    } else if (value < 1 << 16) {
      to.putByte(form.two());
      to.putShortLittle((int) value);
    } else if (value < 1 << 24) {
      to.putByte(form.three());
      to.putMediumLittle((int) value);
    } else {
      to.putByte(form.eight());
      to.putLongLittle(value);
    }
  }

  /** The name of the method of {@code BodyReader} that reads this form. */
  static String take(Fixed form) {
    return "take" + (form.signed() && form.bytes() < 8 ? "Signed" : "") + size(form);
  }

  /** The name of the method of {@code FrameOutput} that writes this form. */
  static String put(Fixed form) {
    return "put" + size(form);
  }

  private static String size(Fixed form) {
    String order = form.little() ? "Little" : "Big";
    return switch (form.bytes()) {
      case 1 -> "Byte";
      case 2 -> "Short" + order;
      case 3 -> "Medium" + order;
      case 4 -> "Int" + order;
      default -> "Long" + order;
    };
  }
}
