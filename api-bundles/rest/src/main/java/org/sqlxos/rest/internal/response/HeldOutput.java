package org.sqlxos.rest.internal.response;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * The body of an answer, of which the first octets are held back, so that a failure among them can
 * still become another answer. Once more than the bound has been written it flows.
 */
final class HeldOutput extends OutputStream {

  private static final int INITIAL_BYTES = 4_096;

  private final HttpServletResponse response;
  private final int bound;
  private final boolean bodiless;
  private final Runnable start;
  private byte[] held = new byte[INITIAL_BYTES];
  private int count;
  private boolean flowing;

  /**
   * @param bound how many octets are held back at most
   * @param bodiless whether the octets are only counted, as HEAD needs it
   * @param start sets status and headers, once it is certain that this is the answer
   */
  HeldOutput(HttpServletResponse response, int bound, boolean bodiless, Runnable start) {
    this.response = response;
    this.bound = bound;
    this.bodiless = bodiless;
    this.start = start;
  }

  /** Whether octets have been sent, so that the answer cannot be taken back. */
  boolean flowing() {
    return flowing;
  }

  /** Sends what is held back; with the length, if that is all. */
  void finish() throws IOException {
    if (!flowing) {
      start.run();
      response.setContentLengthLong(count);
      flow();
    }
  }

  @Override
  public void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public void write(byte[] octets, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, octets.length);
    if (!flowing && length > bound - count) {
      start.run();
      flow();
    }
    if (flowing) {
      send(octets, offset, length);
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

  private void flow() throws IOException {
    flowing = true;
    send(held, 0, count);
    held = new byte[0];
  }

  private void send(byte[] octets, int offset, int length) throws IOException {
    if (!bodiless) {
      Network.send(response, octets, offset, length);
    }
  }
}
