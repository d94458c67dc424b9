package org.sqlxos.wirevm.internal.compile;

import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.ByteView;
import org.sqlxos.wirevm.internal.frame.NumberForm;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * The loops over the values of a row that compiled readers call: one for each way in which rows
 * tell the length of their values. Hot code.
 */
public final class Rows {

  private Rows() {}

  private static RuntimeException tooShort() {
    return WireProblem.MALFORMED.problem("A row ends before its last value");
  }

  /** A row with another number of values than there are columns. */
  public static void requireCount(long found, int columns) {
    if (found != columns) {
      throw WireProblem.MALFORMED.problem(
          "A row has %d values, but there are %d columns".formatted(found, columns));
    }
  }

  /** A 32-bit length before each value, the most significant byte first. */
  public static void countedByIntBig(BodyReader from, int columns, int[] places, int none) {
    byte[] bytes = from.array();
    int at = from.position();
    int end = from.end();
    for (int i = 0; i < columns; i++) {
      if (end - at < 4) {
        throw tooShort();
      }
      int length = ByteView.intBig(bytes, at);
      at += 4;
      places[2 * i] = at;
      if (length == none) {
        places[2 * i + 1] = -1;
      } else if (length < 0 || length > end - at) {
        throw tooShort();
      } else {
        places[2 * i + 1] = length;
        at += length;
      }
    }
    from.skip(at - from.position());
  }

  /** A length of another form before each value. */
  public static void counted(
      BodyReader from, int columns, int[] places, LengthReader lengths, long none) {
    for (int i = 0; i < columns; i++) {
      long length = lengths.read(from);
      places[2 * i] = from.position();
      if (length == none) {
        places[2 * i + 1] = -1;
      } else if (length < 0 || length > from.remaining()) {
        throw tooShort();
      } else {
        places[2 * i + 1] = (int) length;
        from.skip((int) length);
      }
    }
  }

  /** Reads one length. */
  @FunctionalInterface
  public interface LengthReader {
    long read(BodyReader from);
  }

  /** No length before each value but what its type says; missing ones are told by bits. */
  public static void bare(BodyReader from, int[] widths, int[] places, Bare layout) {
    int columns = widths.length;
    byte[] bytes = from.array();
    int bitsAt = from.position();
    from.skip((columns + layout.bitOffset() + 7) / 8);
    int at = from.position();
    int end = from.end();
    for (int i = 0; i < columns; i++) {
      int bit = i + layout.bitOffset();
      if ((bytes[bitsAt + (bit >> 3)] & 1 << (bit & 7)) != 0) {
        places[2 * i + 1] = -1;
        continue;
      }
      int length = widths[i];
      if (length <= 0) {
        if (at >= end) {
          throw tooShort();
        }
        int first = bytes[at++] & 0xff;
        if (length == ValueFormat.BYTE_PREFIXED || first <= layout.length().inline()) {
          length = first;
        } else {
          int more = more(first, layout.length());
          if (end - at < more) {
            throw tooShort();
          }
          length = longLength(bytes, at, more);
          at += more;
        }
      }
      if (length < 0 || end - at < length) {
        throw tooShort();
      }
      places[2 * i] = at;
      places[2 * i + 1] = length;
      at += length;
    }
  }

  /**
   * How a row of bare values lies in bytes.
   *
   * @param bitOffset the place of the first column's bit
   * @param length how long the values are whose type does not say
   */
  public record Bare(int bitOffset, NumberForm.Prefixed length) {}

  private static int more(int first, NumberForm.Prefixed form) {
    if (first == form.two()) {
      return 2;
    }
    if (first == form.three()) {
      return 3;
    }
    return first == form.eight() ? 8 : Integer.MAX_VALUE;
  }

  private static int longLength(byte[] bytes, int at, int width) {
    if (width == 2) {
      return ByteView.shortLittle(bytes, at) & 0xffff;
    }
    if (width == 3) {
      return ByteView.mediumLittle(bytes, at);
    }
    long length = ByteView.longLittle(bytes, at);
    return length < 0 || length > Integer.MAX_VALUE ? -1 : (int) length;
  }
}
