package org.sqlxos.wirevm.internal.frame;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.sqlxos.wirevm.internal.WireProblem;

/**
 * Unpacks pieces as they come, straight to where they are wanted: memory does not depend on what a
 * header announces, and no piece yields more than it announces.
 */
final class CompressedInput extends InputStream {

  private static final int CHUNK_BYTES = 64 * 1024;

  private final Compression layout;
  private final InputStream source;
  private final PieceNumbers numbers;
  private final byte[] header;
  private final byte[] chunk = new byte[CHUNK_BYTES];

  /** Its native memory goes with this object: it is not to be ended while another thread reads. */
  private final Inflater inflater = new Inflater();

  /** Bytes of the piece that have not come yet. */
  private long coming;

  /** Bytes of the piece that have not been given yet; of compressed ones only. */
  private long plain;

  private boolean compressed;

  CompressedInput(Compression layout, InputStream source, PieceNumbers numbers) {
    this.layout = layout;
    this.source = source;
    this.numbers = numbers;
    this.header = new byte[layout.headerBytes()];
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (compressed ? plain == 0 : coming == 0) {
      if (!begin()) {
        return -1;
      }
    }
    if (compressed) {
      return inflate(to, offset, (int) Math.min(length, plain));
    }
    int count = source.read(to, offset, (int) Math.min(length, coming));
    if (count < 0) {
      throw ended();
    }
    coming -= count;
    return count;
  }

  private static EOFException ended() {
    return new EOFException("the server closed the connection");
  }

  /** Reads the next header; false at the end. */
  private boolean begin() throws IOException {
    int count = source.readNBytes(header, 0, header.length);
    if (count == 0) {
      return false;
    }
    if (count < header.length) {
      throw ended();
    }
    coming = HeaderNumbers.read(header, layout.length().offset(), layout.length().form());
    plain = HeaderNumbers.read(header, layout.plain().offset(), layout.plain().form());
    compressed = plain != 0;
    if (coming < 0 || plain < 0 || (compressed && coming == 0)) {
      throw malformed();
    }
    if (layout.sequenceOffset() >= 0) {
      numbers.received(header[layout.sequenceOffset()] & 0xff);
    }
    inflater.reset();
    return true;
  }

  private int inflate(byte[] to, int offset, int length) throws IOException {
    try {
      int count = inflater.inflate(to, offset, length);
      while (count == 0 && !inflater.finished() && !inflater.needsDictionary()) {
        feed();
        count = inflater.inflate(to, offset, length);
      }
      plain -= count;
      if (count == 0) {
        throw malformed();
      }
      if (plain == 0) {
        finish();
      }
      return count;
    } catch (DataFormatException e) {
      throw malformed();
    }
  }

  private void feed() throws IOException {
    if (coming == 0) {
      throw malformed();
    }
    int count = source.read(chunk, 0, (int) Math.min(chunk.length, coming));
    if (count < 0) {
      throw ended();
    }
    coming -= count;
    inflater.setInput(chunk, 0, count);
  }

  /** Reads the piece's end, its checksum, and that nothing comes behind it. */
  private void finish() throws IOException, DataFormatException {
    byte[] more = new byte[1];
    while (!inflater.finished()) {
      if (inflater.inflate(more) > 0 || inflater.needsDictionary()) {
        throw malformed();
      }
      if (!inflater.finished() && inflater.needsInput()) {
        feed();
      }
    }
    if (coming > 0 || inflater.getRemaining() > 0) {
      throw malformed();
    }
  }

  private static RuntimeException malformed() {
    return WireProblem.MALFORMED.problem(
        "The server sent compressed bytes that are damaged, or not as many as it announced");
  }
}
