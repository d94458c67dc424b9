package org.sqlxos.wirevm.internal.driver;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;

/** One value of the current row. Each column has one slot, used again for every row. */
final class ValueSlot {

  /** The number of the row that the value is of. */
  long row;

  private ValueKind kind = ValueKind.NULL;
  private long number;
  private double floating;
  private @Nullable Object object;

  void setNull() {
    kind = ValueKind.NULL;
    object = null;
  }

  void setBoolean(boolean value) {
    kind = ValueKind.BOOLEAN;
    number = value ? 1 : 0;
  }

  void setText(ValueKind textKind, String value) {
    kind = textKind;
    object = value;
  }

  /** What the driver gave, as what it is. */
  void natural(Object stored) {
    switch (stored) {
      case String text -> setText(ValueKind.TEXT, text);
      case Integer value -> setLong(value);
      case Long value -> setLong(value);
      case Double value -> setDouble(value);
      case byte[] bytes -> setBytes(bytes);
      case Boolean value -> setBoolean(value);
      case Short value -> setLong(value);
      case Byte value -> setLong(value);
      case Float value -> setDouble(value);
      case BigDecimal value -> setText(ValueKind.DECIMAL, value.toPlainString());
      case BigInteger value -> setText(ValueKind.DECIMAL, value.toString());
      default -> DriverObjects.write(stored, this);
    }
  }

  void setBytes(byte[] value) {
    kind = ValueKind.BYTES;
    object = value;
  }

  private void setLong(long value) {
    kind = ValueKind.INTEGER;
    number = value;
  }

  private void setDouble(double value) {
    if (Double.isFinite(value)) {
      kind = ValueKind.FLOAT;
      floating = value;
    } else {
      // No number of JSON; SQL writes these as words.
      setText(ValueKind.TEXT, Double.toString(value));
    }
  }

  ValueKind kind() {
    return kind;
  }

  long number(ValueKind wanted) {
    if (kind != wanted) {
      throw wrongGetter();
    }
    return number;
  }

  double floating() {
    if (kind != ValueKind.FLOAT) {
      throw wrongGetter();
    }
    return floating;
  }

  String text() {
    if ((kind == ValueKind.TEXT || kind == ValueKind.JSON || kind == ValueKind.DECIMAL)
        && object instanceof String text) {
      return text;
    }
    throw wrongGetter();
  }

  byte[] bytes() {
    if (kind == ValueKind.BYTES && object instanceof byte[] bytes) {
      return bytes;
    }
    throw wrongGetter();
  }

  private IllegalStateException wrongGetter() {
    return new IllegalStateException("the value is of kind " + kind + ": ask kind() first");
  }
}
