package org.sqlxos.wirevm.internal.frame;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Frames being made of a response, one behind the other: what is ready to be taken, and behind it
 * what grows. Hot code.
 */
final class HttpFrames {

  private static final int USUAL_BYTES = 64 * 1024;
  private static final int HEADER = HttpBodies.HEADER_BYTES;
  private static final int NONE = -1;

  private final int mostBytes;
  private byte[] bytes = new byte[USUAL_BYTES];
  private int taken;
  private int ready;
  private int size;

  /** The tag of what grows behind {@link #ready}; {@link #NONE} if nothing does. */
  private int tag = NONE;

  /** Where a line begins that may be the last, and then says what went wrong. */
  private int held = NONE;

  HttpFrames(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** How many bytes may be taken. */
  int ready() {
    return ready - taken;
  }

  int take(byte[] to, int offset, int length) {
    int count = Math.min(length, ready - taken);
    System.arraycopy(bytes, taken, to, offset, count);
    taken += count;
    if (taken == ready) {
      compact();
    }
    return count;
  }

  private void compact() {
    int rest = size - ready;
    if (bytes.length > 16 * USUAL_BYTES && rest < USUAL_BYTES) {
      bytes = Arrays.copyOfRange(bytes, ready, ready + USUAL_BYTES);
    } else {
      System.arraycopy(bytes, ready, bytes, 0, rest);
    }
    held -= held == NONE ? 0 : ready;
    size = rest;
    taken = 0;
    ready = 0;
  }

  private void reserve(int count) {
    if (count > bytes.length - size) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(1L << 30, Math.max(2L * size, size + count)));
    }
  }

  void head(HttpHead head) {
    byte[] fields = head.fields().getBytes(StandardCharsets.UTF_8);
    reserve(HEADER + 2 + fields.length);
    open(HttpBodies.HEAD);
    bytes[size++] = (byte) (head.status() >> 8);
    bytes[size++] = (byte) head.status();
    System.arraycopy(fields, 0, bytes, size, fields.length);
    size += fields.length;
    close(ready);
  }

  private void open(int newTag) {
    reserve(HEADER);
    bytes[size] = (byte) newTag;
    size += HEADER;
  }

  /** The frame that begins at {@code start} has come to its end, and may be taken. */
  private void close(int start) {
    int length = size - start - HEADER;
    bytes[start + 1] = (byte) (length >> 24);
    bytes[start + 2] = (byte) (length >> 16);
    bytes[start + 3] = (byte) (length >> 8);
    bytes[start + 4] = (byte) length;
    ready = size;
  }

  /** From here on a body comes. */
  void body(int newTag) {
    tag = newTag;
  }

  private boolean growing() {
    return size > ready && held == NONE;
  }

  /** More of the body. */
  void add(byte[] from, int start, int end) {
    if (start == end) {
      return;
    }
    grow();
    int count = end - start;
    if (size - ready - HEADER + (long) count > mostBytes) {
      throw WireProblem.FRAME_TOO_LONG.problem(
          "The server sent a line or a message of more than %d bytes".formatted(mostBytes),
          "Check that the URL leads to the right server; else ask for less at a time.");
    }
    reserve(count);
    System.arraycopy(from, start, bytes, size, count);
    size += count;
  }

  /** Begins what grows, if it has not begun. */
  private void grow() {
    if (held != NONE) {
      // Something follows: it was a row.
      close(held);
      held = NONE;
    }
    if (!growing()) {
      open(tag);
    }
  }

  void endLine(Optional<HttpBodies.Failure> failure) {
    grow();
    if (failure.isPresent() && failure.get().is(bytes, ready + HEADER, size)) {
      held = ready;
    } else {
      close(ready);
    }
  }

  void endMessage(boolean lines, boolean closes, Optional<HttpBodies.Failure> failure) {
    if (growing()) {
      if (lines) {
        endLine(failure);
      } else {
        close(ready);
      }
    }
    fail();
    open(HttpBodies.END);
    reserve(1);
    bytes[size++] = (byte) (closes ? 1 : 0);
    close(ready);
    tag = NONE;
  }

  /** Whether the line that came last may say what went wrong. */
  boolean holds() {
    return held != NONE;
  }

  /** No line follows: the one that was held says what went wrong. */
  private void fail() {
    if (held != NONE) {
      bytes[held] = (byte) HttpBodies.FAILURE;
      close(held);
      held = NONE;
    }
  }
}
