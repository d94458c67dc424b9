package org.sqlxos.wirevm.internal.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Cuts frames out of a stream. The frame that was read last lies in one piece in {@link #array},
 * until the next one is read. Above {@value #TRUSTED_BYTES} bytes memory grows with what has come,
 * never with what a length announces.
 *
 * <p>Hot code: {@code distribution/bench wire} watches it.
 */
public final class FrameInput {

  private static final int USUAL_BYTES = 64 * 1024;

  /** Memory is taken for a frame of this size as soon as it is announced. */
  private static final int TRUSTED_BYTES = 4 * 1024 * 1024;

  /** Told around each wait for bytes. */
  public interface WaitListener {

    /**
     * @param missing how many bytes are waited for at least
     */
    void beforeWaiting(int missing) throws IOException;

    /** Whatever came of it, also if {@link #beforeWaiting} failed. */
    void afterWaiting();
  }

  private InputStream source;
  private @Nullable WaitListener listener;
  private int maxFrameBytes;
  private byte[] bytes = new byte[USUAL_BYTES];
  private int next;
  private int limit;
  private int bodyStart;
  private int bodyEnd;
  private int tag;
  private boolean begun;
  private int sequence;
  private final FrameEnd.Progress progress = new FrameEnd.Progress();

  public FrameInput(InputStream source, int maxFrameBytes) {
    this.source = source;
    this.maxFrameBytes = maxFrameBytes;
  }

  private int receive(int missing) throws IOException {
    WaitListener told = listener;
    if (told == null) {
      return source.read(bytes, limit, bytes.length - limit);
    }
    try {
      told.beforeWaiting(missing);
      return source.read(bytes, limit, bytes.length - limit);
    } finally {
      told.afterWaiting();
    }
  }

  /** Whom to tell from now on. */
  public void tell(WaitListener newListener) {
    listener = newListener;
  }

  /** Frames may be this long from now on. */
  public void allow(int newMaxFrameBytes) {
    maxFrameBytes = newMaxFrameBytes;
  }

  /** Reads from somewhere else from now on. Bytes that were read already must not be there. */
  public void continueWith(InputStream other) {
    requireNothingMore();
    source = other;
  }

  /** Refuses bytes that came before it was their time. */
  public void requireNothingMore() {
    if (next != limit) {
      // Whoever answers before it is asked wants its words taken for encrypted ones.
      throw WireProblem.NOT_THIS_PROTOCOL.problem(
          "The server sent more than the protocol allows before encryption or compression began");
    }
  }

  /**
   * Reads the next frame.
   *
   * @throws EOFException if the stream has ended
   */
  public void read(Framing framing) throws IOException {
    int header = framing.headerBytes();
    int start = next;
    if (limit - start < header) {
      fill(header);
      start = next;
      if (!begun) {
        begun = true;
        requireBeginning(framing);
      }
    }
    if (!framing.constants().isEmpty()) {
      requireConstants(framing, start);
    }
    tag = framing.tagOffset() < 0 ? -1 : bytes[start + framing.tagOffset()] & 0xff;
    if (framing.sequenceOffset() >= 0) {
      sequence = bytes[start + framing.sequenceOffset()] & 0xff;
    }
    int length = framing.lengthOffset() < 0 ? lengthFound(framing) : length(framing, start);
    start = next;
    if (limit - start < header + length) {
      fill(header + length);
      start = next;
    }
    bodyStart = start + header;
    bodyEnd = bodyStart + length;
    next = bodyEnd;
    if (framing.splitAt() > 0 && length == framing.splitAt()) {
      join(framing, start);
    }
  }

  /** The length of a frame that does not say it: a header alone, or what its content tells. */
  private int lengthFound(Framing framing) throws IOException {
    if (framing.end().isEmpty()) {
      return 0;
    }
    FrameEnd end = framing.end().get();
    progress.restart();
    int missing = limit > next ? end.missing(bytes, next, limit, maxFrameBytes, progress) : 1;
    while (missing > 0) {
      fill(limit - next + missing);
      missing = end.missing(bytes, next, limit, maxFrameBytes, progress);
    }
    tag = bytes[next] & 0xff;
    return progress.at;
  }

  /** Whoever speaks another language counts otherwise: told before a body is waited for. */
  private void requireBeginning(Framing framing) {
    int counted = framing.sequenceOffset() < 0 ? 0 : bytes[next + framing.sequenceOffset()] & 0xff;
    if (counted > 1) {
      throw WireProblem.NOT_THIS_PROTOCOL.problem(
          "The first message of the server has the number %d, where 0 is expected"
              .formatted(counted),
          "Check that the URL leads to a server of the right kind.");
    }
  }

  private void requireConstants(Framing framing, int start) {
    for (Framing.HeaderConstant constant : framing.constants()) {
      long found = HeaderNumbers.read(bytes, start + constant.offset(), constant.form());
      if (found != constant.received()) {
        throw WireProblem.NOT_THIS_PROTOCOL.problem(
            "Byte %d of a message's header is %d, where %d is expected"
                .formatted(constant.offset(), found, constant.received()),
            "Check that the URL leads to a server of the right kind and version.");
      }
    }
  }

  /** A number of the header of the frame that was read last; not of one that was joined. */
  public long headerNumber(Framing framing, Framing.HeaderVariable variable) {
    return HeaderNumbers.read(
        bytes, bodyStart - framing.headerBytes() + variable.offset(), variable.form());
  }

  private int length(Framing framing, int start) {
    NumberForm.Fixed form = framing.lengthForm();
    int at = start + framing.lengthOffset();
    long length =
        switch (form.bytes()) {
          case 1 -> bytes[at] & 0xff;
          case 2 ->
              (form.little() ? ByteView.shortLittle(bytes, at) : ByteView.shortBig(bytes, at))
                  & 0xffff;
          case 3 ->
              form.little() ? ByteView.mediumLittle(bytes, at) : ByteView.mediumBig(bytes, at);
          case 4 ->
              (form.little() ? ByteView.intLittle(bytes, at) : ByteView.intBig(bytes, at))
                  & 0xffff_ffffL;
          default -> form.little() ? ByteView.longLittle(bytes, at) : ByteView.longBig(bytes, at);
        };
    return bounded(length - framing.lengthCounts(), length);
  }

  private int bounded(long length, long announced) {
    if (length < 0) {
      throw WireProblem.MALFORMED.problem("A message has the impossible length " + announced);
    }
    if (length > maxFrameBytes) {
      throw WireProblem.FRAME_TOO_LONG.problem(
          "The server announced a message of %d bytes; at most %d are taken"
              .formatted(length, maxFrameBytes),
          "Check that the URL leads to the right server; else ask for less at a time.");
    }
    return (int) length;
  }

  /** The body goes on in the next frame: its header is taken out, so that the body is one piece. */
  private void join(Framing framing, int start) throws IOException {
    int header = framing.headerBytes();
    int total = bodyEnd - bodyStart;
    int length = total;
    next = start;
    while (length == framing.splitAt()) {
      int at = header + total;
      fill(at + header);
      length = length(framing, next + at);
      sequence = bytes[next + at + framing.sequenceOffset()] & 0xff;
      bounded((long) total + length, (long) total + length);
      fill(at + header + length);
      System.arraycopy(bytes, next + at + header, bytes, next + at, limit - next - at - header);
      limit -= header;
      total += length;
    }
    bodyStart = next + header;
    bodyEnd = bodyStart + total;
    next = bodyEnd;
  }

  /** Sees to it that at least {@code wanted} bytes from {@link #next} on are there. */
  private void fill(int wanted) throws IOException {
    if (next > 0) {
      System.arraycopy(bytes, next, bytes, 0, limit - next);
      limit -= next;
      next = 0;
    }
    if (bytes.length > TRUSTED_BYTES && wanted <= USUAL_BYTES && limit <= USUAL_BYTES) {
      bytes = Arrays.copyOf(bytes, USUAL_BYTES);
    }
    if (wanted > bytes.length && wanted <= TRUSTED_BYTES) {
      bytes = Arrays.copyOf(bytes, wanted + USUAL_BYTES);
    }
    while (limit < wanted) {
      if (limit == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * limit, (long) wanted + USUAL_BYTES));
      }
      int count = receive(wanted - limit);
      if (count < 0) {
        throw new EOFException("the server closed the connection");
      }
      limit += count;
    }
  }

  /** The array in which the frame lies. */
  public byte[] array() {
    return bytes;
  }

  public int bodyStart() {
    return bodyStart;
  }

  public int bodyEnd() {
    return bodyEnd;
  }

  /** The tag in the header; or the body's first byte; or -1. */
  public int tag() {
    return tag >= 0 ? tag : bodyStart < bodyEnd ? bytes[bodyStart] & 0xff : -1;
  }

  /** The number of the frame within its operation, where frames are numbered. */
  public int sequence() {
    return sequence;
  }

  /** How many bytes have come that belong to later frames. */
  public int buffered() {
    return limit - next;
  }
}
