package org.sqlxos.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages a conversation: the same damage for the same random numbers. */
final class Damage {

  private static final int MOST = 4;
  private static final byte[] NOTABLE = {0, 1, -1, 127, -128, 2, 64, 'E', 'Z'};
  private static final long[] LIES = {
    0, 1, 3, 4, 5, 0x7f, 0x80, 0xff, 0x7fff, 0xffff, 0x7fff_ffffL, 0x8000_0000L, 0xffff_ffffL
  };

  private final RandomGenerator random;
  private final List<byte[]> frames = new ArrayList<>();
  private final List<FrameCut.Frame> places;

  private Damage(byte[] whole, List<FrameCut.Frame> places, RandomGenerator random) {
    this.random = random;
    this.places = new ArrayList<>(places);
    for (FrameCut.Frame each : places) {
      frames.add(Arrays.copyOfRange(whole, each.from(), each.to()));
    }
  }

  static byte[] of(byte[] whole, List<FrameCut.Frame> places, RandomGenerator random) {
    Damage damage = new Damage(whole, places, random);
    int times = 1 + random.nextInt(MOST);
    for (int i = 0; i < times && !damage.frames.isEmpty(); i++) {
      damage.once();
    }
    return damage.joined();
  }

  private void once() {
    int at = random.nextInt(frames.size());
    switch (random.nextInt(10)) {
      case 0, 1 -> flip(at);
      case 2 -> notable(at);
      case 3 -> frames.set(at, Arrays.copyOf(frames.get(at), random.nextInt(size(at) + 1)));
      case 4 -> duplicate(at);
      case 5 -> remove(at);
      case 6 -> swap(at, random.nextInt(frames.size()));
      case 7 -> insert(at);
      case 8 -> lie(at);
      default -> cutOff(at);
    }
  }

  private int size(int at) {
    return frames.get(at).length;
  }

  private void flip(int at) {
    byte[] frame = frames.get(at);
    for (int i = 0; frame.length > 0 && i < 1 + random.nextInt(4); i++) {
      frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
    }
  }

  private void notable(int at) {
    byte[] frame = frames.get(at);
    if (frame.length > 0) {
      frame[random.nextInt(frame.length)] = NOTABLE[random.nextInt(NOTABLE.length)];
    }
  }

  private void duplicate(int at) {
    frames.add(at, frames.get(at).clone());
    places.add(at, places.get(at));
  }

  private void remove(int at) {
    frames.remove(at);
    places.remove(at);
  }

  private void swap(int one, int other) {
    Collections.swap(frames, one, other);
    Collections.swap(places, one, other);
  }

  private void insert(int at) {
    byte[] frame = frames.get(at);
    int where = random.nextInt(frame.length + 1);
    byte[] more = new byte[1 + random.nextInt(8)];
    random.nextBytes(more);
    byte[] longer = Arrays.copyOf(frame, frame.length + more.length);
    System.arraycopy(frame, where, longer, where + more.length, frame.length - where);
    System.arraycopy(more, 0, longer, where, more.length);
    frames.set(at, longer);
  }

  /** Says another length than the frame has; a number in the body where the frame says none. */
  private void lie(int at) {
    FrameCut.Frame place = places.get(at);
    byte[] frame = frames.get(at);
    boolean told = place.lengthAt() >= 0 && random.nextBoolean();
    int bytes = told ? place.lengthBytes() : 1 << random.nextInt(4);
    int from = told ? place.lengthAt() - place.from() : random.nextInt(frame.length + 1);
    long lie = LIES[random.nextInt(LIES.length)];
    boolean little = random.nextBoolean();
    for (int i = 0; i < bytes && from + i < frame.length; i++) {
      frame[from + i] = (byte) (lie >> 8 * (little ? i : bytes - 1 - i));
    }
  }

  private void cutOff(int at) {
    while (frames.size() > at) {
      remove(frames.size() - 1);
    }
  }

  private byte[] joined() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    frames.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
