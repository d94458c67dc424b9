package org.sqlxos.wirevm.internal.frame;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The two directions of a connection whose frames are compressed.
 *
 * @param input frames, as if they were not compressed
 * @param output takes frames, whole ones with each call
 */
public record CompressedStreams(InputStream input, OutputStream output) {

  /**
   * @param framing of the frames inside
   * @param from where compressed pieces come from
   * @param to where they go
   */
  public static CompressedStreams over(
      Compression layout, Framing framing, InputStream from, OutputStream to) {
    PieceNumbers numbers = new PieceNumbers();
    return new CompressedStreams(
        new CompressedInput(layout, from, numbers),
        new CompressedOutput(layout, framing, to, numbers));
  }
}
