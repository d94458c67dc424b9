package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.protocol.Event;
import org.sqlxos.wirevm.internal.protocol.Slots;

/** What comes of a copy, in either direction. */
final class CopyAnswer extends Answer {

  private final Places places;
  private final OutputStream sink;
  private volatile boolean refused;
  private int in;
  private int out;
  private int turnedDown;
  private @Nullable Exception sinkFailure;

  /**
   * @param sink where the bytes go that are copied out
   */
  CopyAnswer(Places places, OutputStream sink) {
    super(places);
    this.places = places;
    this.sink = sink;
  }

  @Override
  public void on(Event event, Slots slots) {
    super.on(event, slots);
    switch (event) {
      case ERROR -> refused = true;
      case COPY_IN -> in++;
      case COPY_OUT -> out++;
      case COPY_DATA -> write(slots.bytes(places.copyData));
      case NONE, COLUMN, PARAMETER, RESULT, COMPLETE, NOTICE, NOTIFICATION, REPLY -> {}
    }
  }

  private void write(byte[] data) {
    if (sinkFailure != null) {
      return;
    }
    try {
      sink.write(data);
    } catch (IOException | RuntimeException e) {
      // Kept until the answer has been read away.
      sinkFailure = e;
    }
  }

  /** Whether the server has said that something is wrong. */
  boolean refused() {
    return refused;
  }

  /** How many times the server has asked for rows. */
  int in() {
    return in;
  }

  /**
   * Whether the server asks for rows beyond what is expected; once for each time.
   *
   * @param expected how many times it is to ask
   */
  boolean asksAgain(int expected) {
    if (in <= expected + turnedDown) {
      return false;
    }
    turnedDown++;
    return true;
  }

  /** How many times the server has begun to give rows. */
  int out() {
    return out;
  }

  /** What writing rows away failed with. */
  @Nullable Exception sinkFailure() {
    return sinkFailure;
  }
}
