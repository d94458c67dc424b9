package org.sqlxos.wirevm.internal.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirepack.api.Integrity;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.pack.JsonSections;

/** Formats as packs make them, and their bytes in hexadecimal digits. */
final class Formats {

  /** What stands beside a value: reading it would be seen. */
  private static final int BESIDE = 5;

  private Formats() {}

  static ValueFormat big(String json) {
    return format(json, ByteOrder.BIG_ENDIAN);
  }

  static ValueFormat little(String json) {
    return format(json, ByteOrder.LITTLE_ENDIAN);
  }

  private static ValueFormat format(String json, ByteOrder order) {
    List<PackFault> faults = new ArrayList<>();
    ValueFormat format = ValueFormatParser.read(JsonSections.of(json, faults), order).orElseThrow();
    assertEquals(List.of(), faults);
    return format;
  }

  static byte[] bytes(String... hex) {
    return HexFormat.of().parseHex(String.join("", hex).replace(" ", ""));
  }

  static byte[] written(ValueFormat format, Object value) {
    FrameOutput output = new FrameOutput(1);
    format.write(value, output);
    return Arrays.copyOf(output.array(), output.size());
  }

  static String hex(ValueFormat format, Object value) {
    return HexFormat.of().formatHex(written(format, value));
  }

  /** The value, of the class that its kind tells, out of a row with other bytes around it. */
  static Object read(ValueFormat format, byte[] value) {
    byte[] row = new byte[value.length + 2 * BESIDE];
    Arrays.fill(row, (byte) '7');
    System.arraycopy(value, 0, row, BESIDE, value.length);
    return at(format, row, BESIDE, value.length);
  }

  /** The value out of an array that ends with it: a look beyond would be noticed. */
  static Object exactly(ValueFormat format, byte[] value) {
    return at(format, value, 0, value.length);
  }

  private static Object at(ValueFormat format, byte[] row, int at, int length) {
    return switch (format.kind(row, at, length)) {
      case NULL -> throw new AssertionError("a value is never NULL");
      case BOOLEAN -> format.toBoolean(row, at, length);
      case INTEGER -> format.toLong(row, at, length);
      case FLOAT -> format.toDouble(row, at, length);
      case DECIMAL, TEXT, JSON -> format.toText(row, at, length);
      case BYTES -> format.toBytes(row, at, length);
    };
  }

  static Object read(ValueFormat format, String... hex) {
    return read(format, bytes(hex));
  }

  /** Writes and reads. */
  static Object echo(ValueFormat format, Object value) {
    return read(format, written(format, value));
  }

  static void assertMalformed(ValueFormat format, String... hex) {
    ProblemException problem = assertThrows(ProblemException.class, () -> read(format, hex));
    assertEquals(WireProblem.MALFORMED, problem.problem().code());
  }

  static void assertRefused(ValueFormat format, Object value) {
    ProblemException problem = assertThrows(ProblemException.class, () -> written(format, value));
    assertEquals(Integrity.VALUE, problem.problem().code());
    boolean tells = problem.problem().detail().contains(value.toString());
    assertFalse(tells && value.toString().length() > 2, problem.problem().detail());
  }
}
