package org.sqlxos.wirevm.internal.document;

/**
 * One fault of a pack.
 *
 * @param path where in the document, as in {@code $.types[3].native}
 * @param expected what should stand there, and what does
 */
public record PackFault(String path, String expected) {

  @Override
  public String toString() {
    return path + ": " + expected;
  }
}
