package org.sqlxos.wirevm.internal.value;

import java.util.List;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * How the values of one type lie in bytes. Immutable, shared by all sessions.
 *
 * <p>Hot code: reading allocates nothing but what it returns. The bytes of one value stand at
 * {@code offset} in an array that holds more; it is never NULL, which the row's layout tells.
 * Malformed bytes end in a {@code ProblemException} with {@code WireProblem.MALFORMED}, never in a
 * look at the bytes beside them.
 */
public abstract class ValueFormat {

  /** {@link #width} of a value whose bytes have a length-encoded number before them. */
  public static final int PREFIXED = 0;

  /** {@link #width} of a value whose bytes have one byte before them that tells their number. */
  public static final int BYTE_PREFIXED = -1;

  /**
   * How many bytes a value takes where its row does not tell the length of each value: a number, or
   * {@link #PREFIXED}, or {@link #BYTE_PREFIXED}.
   */
  public abstract int width();

  /** What this value is, which may differ from one to the next. */
  public abstract ValueKind kind(byte[] bytes, int offset, int length);

  /** The value as a truth; where {@link #kind} says so. */
  public boolean toBoolean(byte[] bytes, int offset, int length) {
    throw unlike(bytes, offset, length);
  }

  /** The value as a whole number; where {@link #kind} says so. */
  public long toLong(byte[] bytes, int offset, int length) {
    throw unlike(bytes, offset, length);
  }

  /** The value as a binary fraction; where {@link #kind} says so. */
  public double toDouble(byte[] bytes, int offset, int length) {
    throw unlike(bytes, offset, length);
  }

  /**
   * The value in writing; where {@link #kind} is DECIMAL, TEXT or JSON.
   *
   * @return {@code to}, which has it until it is given another text
   */
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    throw unlike(bytes, offset, length);
  }

  /** The same where it does not matter what it costs. */
  public final String toText(byte[] bytes, int offset, int length) {
    return text(bytes, offset, length, new ValueText()).toString();
  }

  /** The value as bytes; where {@link #kind} says so. */
  public byte[] toBytes(byte[] bytes, int offset, int length) {
    throw unlike(bytes, offset, length);
  }

  /**
   * Writes the content of a value, without its length.
   *
   * @param value of a class that {@code Statement} lists, or text in the type's own notation
   * @throws org.sqlxos.problem.api.ProblemException {@code Integrity.VALUE} if it does not fit;
   *     then nothing was written, or what was written is dropped
   */
  public abstract void write(Object value, FrameOutput to);

  /**
   * The format of a type that the server described in full.
   *
   * @param parts the formats of the types that it is made of
   * @param names of the parts, where they have any
   */
  public ValueFormat madeOf(List<ValueFormat> parts, List<String> names) {
    return this;
  }

  private IllegalStateException unlike(byte[] bytes, int offset, int length) {
    return new IllegalStateException("the value is of kind " + kind(bytes, offset, length));
  }
}
