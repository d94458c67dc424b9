package org.sqlxos.wirevm.internal.frame;

import java.io.InputStream;
import java.io.OutputStream;

/**
 * The two directions of a connection that speaks HTTP.
 *
 * @param input frames, as {@link HttpBodies} says
 * @param output takes frames, each of which is a request
 */
public record HttpStreams(InputStream input, OutputStream output) {

  /**
   * @param mostBytes a longer line or body is refused before memory is taken for it
   */
  public static HttpStreams over(
      HttpBodies bodies, int mostBytes, InputStream from, OutputStream to) {
    return new HttpStreams(new HttpInput(bodies, mostBytes, from), new HttpOutput(to));
  }
}
