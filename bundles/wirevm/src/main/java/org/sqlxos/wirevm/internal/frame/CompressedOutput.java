package org.sqlxos.wirevm.internal.frame;

import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;

/**
 * Packs frames into pieces. A new operation, whose first frame has the number 0, begins a new
 * piece, so that pieces can be counted from 0 in each as servers expect it.
 */
final class CompressedOutput extends OutputStream {

  private final Compression layout;
  private final Framing framing;
  private final OutputStream target;
  private final PieceNumbers numbers;

  /** Its native memory goes with this object: it is not to be ended while another thread writes. */
  private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);

  private byte[] piece = new byte[8 * 1024];
  private int sequence;

  CompressedOutput(Compression layout, Framing framing, OutputStream target, PieceNumbers numbers) {
    this.layout = layout;
    this.framing = framing;
    this.target = target;
    this.numbers = numbers;
  }

  @Override
  public void write(int one) throws IOException {
    throw new IOException("whole frames are compressed, no single bytes");
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int end = offset + length;
    int start = offset;
    sequence = numbers.afterReceived();
    for (int at = offset; at < end; at += frame(bytes, at)) {
      if (first(bytes, at)) {
        pieces(bytes, start, at);
        start = at;
        sequence = 0;
      }
    }
    pieces(bytes, start, end);
  }

  private boolean first(byte[] bytes, int at) {
    return framing.sequenceOffset() < 0 || bytes[at + framing.sequenceOffset()] == 0;
  }

  /** The length of the frame with its header. */
  private int frame(byte[] bytes, int at) {
    if (framing.lengthOffset() < 0) {
      return framing.headerBytes();
    }
    long length = HeaderNumbers.read(bytes, at + framing.lengthOffset(), framing.lengthForm());
    return framing.headerBytes() + (int) (length - framing.lengthCounts());
  }

  private void pieces(byte[] bytes, int start, int end) throws IOException {
    int at = start;
    while (at < end) {
      int count = Math.min(end - at, layout.mostBytes());
      piece(bytes, at, count);
      at += count;
    }
  }

  private void piece(byte[] bytes, int at, int count) throws IOException {
    int packed = count < layout.threshold() ? count : deflate(bytes, at, count);
    boolean compressed = packed < count;
    header(compressed ? packed : count, compressed ? count : 0);
    if (compressed) {
      target.write(piece, 0, layout.headerBytes() + packed);
    } else {
      reserve(count);
      System.arraycopy(bytes, at, piece, layout.headerBytes(), count);
      target.write(piece, 0, layout.headerBytes() + count);
    }
  }

  private void header(int length, int plain) {
    HeaderNumbers.write(piece, layout.length().offset(), layout.length().form(), length);
    HeaderNumbers.write(piece, layout.plain().offset(), layout.plain().form(), plain);
    if (layout.sequenceOffset() >= 0) {
      piece[layout.sequenceOffset()] = (byte) sequence++;
    }
  }

  /** Into {@link #piece} behind the header; as many bytes as before where it saves nothing. */
  private int deflate(byte[] bytes, int at, int count) {
    reserve(count);
    deflater.reset();
    deflater.setInput(bytes, at, count);
    deflater.finish();
    int packed = deflater.deflate(piece, layout.headerBytes(), count);
    return deflater.finished() ? packed : count;
  }

  private void reserve(int count) {
    if (piece.length < layout.headerBytes() + count) {
      piece = new byte[layout.headerBytes() + count];
    }
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }
}
