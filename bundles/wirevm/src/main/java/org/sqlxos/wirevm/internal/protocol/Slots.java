package org.sqlxos.wirevm.internal.protocol;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The values of a protocol's variables on one connection: numbers in one array, texts and bytes in
 * another, a variable having the same place in both. What was set last counts.
 */
public final class Slots {

  private final long[] numbers;
  private final @Nullable Object[] objects;

  public Slots(int count) {
    numbers = new long[count];
    objects = new Object[count];
  }

  private Slots(Slots other) {
    numbers = other.numbers.clone();
    objects = Arrays.copyOf(other.objects, other.objects.length);
  }

  public Slots copy() {
    return new Slots(this);
  }

  public long number(int place) {
    return numbers[place];
  }

  public void setNumber(int place, long value) {
    numbers[place] = value;
    objects[place] = null;
  }

  public void setObject(int place, @Nullable Object value) {
    objects[place] = value;
  }

  /** A variable as text; empty if it has no value. */
  public String text(int place) {
    return switch (objects[place]) {
      case null -> numbers[place] == 0 ? "" : Long.toString(numbers[place]);
      case String text -> text;
      case byte[] bytes -> new String(bytes, StandardCharsets.UTF_8);
      default -> throw new IllegalStateException("a variable is a number, text or bytes");
    };
  }

  /** A variable as bytes, text in UTF-8; empty if it has no value. */
  public byte[] bytes(int place) {
    return objects[place] instanceof byte[] bytes
        ? bytes
        : text(place).getBytes(StandardCharsets.UTF_8);
  }

  /** A {@code Long}, {@code String} or {@code byte[]}. */
  public Object value(int place) {
    Object value = objects[place];
    return value == null ? (Object) numbers[place] : value;
  }

  /** Sets a variable to a {@code Long}, {@code Boolean}, {@code String} or {@code byte[]}. */
  public void setValue(int place, Object value) {
    switch (value) {
      case Long number -> setNumber(place, number);
      case Boolean truth -> setNumber(place, truth ? 1 : 0);
      default -> objects[place] = value;
    }
  }

  /** Copies some variables from elsewhere. */
  public void take(int[] places, Slots from) {
    take(places, from, places);
  }

  /** Copies some variables from elsewhere, to other places. */
  public void take(int[] places, Slots from, int[] there) {
    for (int i = 0; i < places.length; i++) {
      numbers[places[i]] = from.numbers[there[i]];
      objects[places[i]] = from.objects[there[i]];
    }
  }
}
