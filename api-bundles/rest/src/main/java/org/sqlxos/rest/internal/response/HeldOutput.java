package org.sqlxos.rest.internal.response;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer, of which the first octets are held back, so that a failure among them can
 * still become another answer. Once more than the bound has been written it flows.
 */
final class HeldOutput extends OutputStream {

  private static final int INITIAL_BYTES = 4_096;

  private final int bound;
  private final Opening opening;
  private byte[] held = new byte[INITIAL_BYTES];
  private int count;
  private @Nullable OutputStream sink;

  /**
   * @param bound how many octets are held back at most
   */
  HeldOutput(int bound, Opening opening) {
    this.bound = bound;
    this.opening = opening;
  }

  /** Begins the answer, once it is certain that it is this one. */
  interface Opening {

    /**
     * Sends status and headers.
     *
     * @param held what has been written so far; its first {@code count} octets
     * @param whole whether that is all
     * @return where the octets go
     */
    OutputStream open(byte[] held, int count, boolean whole) throws IOException;
  }

  /** Whether octets have been sent, so that the answer cannot be taken back. */
  boolean flowing() {
    return sink != null;
  }

  /** Sends what is left. */
  void finish() throws IOException {
    flow(true).close();
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, octets.length);
    if (flowing() || length > bound - count) {
      flow(false).write(octets, offset, length);
    } else {
      hold(octets, offset, length);
    }
  }

  private void hold(byte[] octets, int offset, int length) {
    if (length > held.length - count) {
      int doubled = (int) Math.min(bound, 2L * held.length);
      held = Arrays.copyOf(held, Math.max(doubled, count + length));
    }
    System.arraycopy(octets, offset, held, count, length);
    count += length;
  }

  private OutputStream flow(boolean whole) throws IOException {
    OutputStream out = sink;
    if (out == null) {
      out = opening.open(held, count, whole);
      sink = out;
      out.write(held, 0, count);
      held = new byte[0];
    }
    return out;
  }
}
