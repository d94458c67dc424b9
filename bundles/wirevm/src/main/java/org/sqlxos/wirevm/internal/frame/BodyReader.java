package org.sqlxos.wirevm.internal.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Reads the body of one frame from its start to its end, and never beyond. Hot code: compiled
 * decoders call it for each field.
 */
public final class BodyReader {

  private byte[] bytes = new byte[0];
  private int at;
  private int end;

  public void open(FrameInput frame) {
    bytes = frame.array();
    at = frame.bodyStart();
    end = frame.bodyEnd();
  }

  public void open(byte[] array, int start, int stop) {
    bytes = array;
    at = start;
    end = stop;
  }

  private int take(int count) {
    int start = at;
    if (count < 0 || end - start < count) {
      throw tooShort();
    }
    at = start + count;
    return start;
  }

  private RuntimeException tooShort() {
    return WireProblem.MALFORMED.problem("A message ends before its last field");
  }

  public int remaining() {
    return end - at;
  }

  public byte[] array() {
    return bytes;
  }

  public int position() {
    return at;
  }

  public int end() {
    return end;
  }

  public void skip(int count) {
    take(count);
  }

  public long takeByte() {
    return bytes[take(1)] & 0xff;
  }

  /**
   * The byte that says which text follows; 0 behind the last of them. Some servers leave that 0 out
   * and end the message.
   */
  public int takeKey() {
    return at == end ? 0 : bytes[take(1)] & 0xff;
  }

  public long takeSignedByte() {
    return bytes[take(1)];
  }

  public long takeShortBig() {
    return ByteView.shortBig(bytes, take(2)) & 0xffff;
  }

  public long takeSignedShortBig() {
    return ByteView.shortBig(bytes, take(2));
  }

  public long takeShortLittle() {
    return ByteView.shortLittle(bytes, take(2)) & 0xffff;
  }

  public long takeSignedShortLittle() {
    return ByteView.shortLittle(bytes, take(2));
  }

  public long takeMediumBig() {
    return ByteView.mediumBig(bytes, take(3));
  }

  public long takeMediumLittle() {
    return ByteView.mediumLittle(bytes, take(3));
  }

  public long takeIntBig() {
    return ByteView.intBig(bytes, take(4)) & 0xffff_ffffL;
  }

  public long takeSignedIntBig() {
    return ByteView.intBig(bytes, take(4));
  }

  public long takeIntLittle() {
    return ByteView.intLittle(bytes, take(4)) & 0xffff_ffffL;
  }

  public long takeSignedIntLittle() {
    return ByteView.intLittle(bytes, take(4));
  }

  public long takeLongBig() {
    return ByteView.longBig(bytes, take(8));
  }

  public long takeLongLittle() {
    return ByteView.longLittle(bytes, take(8));
  }

  /**
   * A number whose first byte is itself or tells how many bytes follow.
   *
   * @param none the first byte that stands for no value
   * @return -1 for no value
   */
  public long takePrefixed(int inline, int none, int two, int three, int eight) {
    int first = bytes[take(1)] & 0xff;
    if (first <= inline) {
      return first;
    }
    if (first == none) {
      return -1;
    }
    if (first == two) {
      return takeShortLittle();
    }
    if (first == three) {
      return takeMediumLittle();
    }
    if (first == eight) {
      return takeLongLittle();
    }
    throw WireProblem.MALFORMED.problem("A length begins with the unknown byte " + first);
  }

  /** The number of bytes up to a zero byte. */
  private int terminated() {
    for (int i = at; i < end; i++) {
      if (bytes[i] == 0) {
        return i - at;
      }
    }
    throw tooShort();
  }

  private String text(int length) {
    return new String(bytes, take(length), length, StandardCharsets.UTF_8);
  }

  public String takeTerminatedText() {
    String text = text(terminated());
    at++;
    return text;
  }

  public void skipTerminated() {
    at += terminated() + 1;
  }

  public void skipRest() {
    at = end;
  }

  public void skipLong(long length) {
    take(length(length));
  }

  /** Text to the end of the frame. */
  public String takeRestText() {
    return text(end - at);
  }

  public String takeText(long length) {
    return text(length(length));
  }

  public byte[] takeTerminatedBytes() {
    byte[] found = takeBytes(terminated());
    at++;
    return found;
  }

  public byte[] takeRestBytes() {
    return takeBytes(end - at);
  }

  public byte[] takeBytes(long length) {
    int start = take(length(length));
    return Arrays.copyOfRange(bytes, start, at);
  }

  private int length(long length) {
    if (length < 0 || length > end - at) {
      throw tooShort();
    }
    return (int) length;
  }

  /** The last word of a text with a zero byte at its end, as a number; 0 if it is none. */
  public long takeTerminatedLastNumber() {
    int length = terminated();
    long number = lastNumber(take(length), length);
    at++;
    return number;
  }

  public long takeRestLastNumber() {
    int length = end - at;
    return lastNumber(take(length), length);
  }

  private long lastNumber(int start, int length) {
    long number = 0;
    long place = 1;
    for (int i = start + length - 1; i >= start; i--) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number += digit * place;
      place *= 10;
    }
    return number;
  }

  /** Texts with a zero byte after each, to an empty one or the end; with line feeds between. */
  public String takeTexts() {
    StringBuilder all = new StringBuilder();
    while (at < end) {
      String text = takeTerminatedText();
      if (text.isEmpty()) {
        break;
      }
      all.append(all.isEmpty() ? "" : "\n").append(text);
    }
    return all.toString();
  }
}
