package org.sqlxos.rest.internal.changes;

import java.nio.charset.StandardCharsets;

/**
 * One event of a stream, as it is sent.
 *
 * @param number in its channel, from 1
 * @param frame with the empty line at its end; not to be changed
 */
record Event(long number, byte[] frame) {

  /** What listeners are told. */
  enum Kind {
    INSERT,
    UPDATE,
    DELETE,
    /** Something may have changed that is not told. */
    MISSED
  }

  /**
   * An event with its fields. JSON has no line breaks but between its tokens, where a space does as
   * well.
   */
  static Event of(String id, long number, Kind kind, byte[] json) {
    byte[] head =
        "event: %s\nid: %s\ndata: "
            .formatted(kind.name().toLowerCase(java.util.Locale.ROOT), id)
            .getBytes(StandardCharsets.UTF_8);
    byte[] frame = new byte[head.length + json.length + 2];
    System.arraycopy(head, 0, frame, 0, head.length);
    for (int i = 0; i < json.length; i++) {
      frame[head.length + i] = json[i] == '\n' || json[i] == '\r' ? (byte) ' ' : json[i];
    }
    frame[frame.length - 2] = '\n';
    frame[frame.length - 1] = '\n';
    return new Event(number, frame);
  }
}
