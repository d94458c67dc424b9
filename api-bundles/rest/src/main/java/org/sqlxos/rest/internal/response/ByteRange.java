package org.sqlxos.rest.internal.response;

import java.util.Optional;

/**
 * A part of some octets, or all of them.
 *
 * @param first counted from 0
 * @param length how many follow, the first included
 * @param of how many there are
 * @param part whether it is answered as a part
 */
record ByteRange(int first, int length, int of, boolean part) {

  static ByteRange whole(int of) {
    return new ByteRange(0, of, of, false);
  }

  /** Whether a part was asked for of which there is nothing. */
  boolean outside() {
    return part && length == 0;
  }

  int status() {
    return part ? 206 : 200;
  }

  Optional<String> contentRange() {
    if (outside()) {
      return Optional.of("bytes */" + of);
    }
    return part
        ? Optional.of("bytes %d-%d/%d".formatted(first, first + length - 1, of))
        : Optional.empty();
  }
}
