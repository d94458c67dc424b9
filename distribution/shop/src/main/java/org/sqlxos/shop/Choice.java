package org.sqlxos.shop;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Chance that is the same in every run. Each topic has a sequence of its own, so that more rows of
 * one table leave those of the others as they are. {@link Random} is used because its algorithm is
 * part of its specification.
 */
final class Choice {

  private static final long SEED = 20_260_101L;

  private final Random random;

  Choice(String topic) {
    this.random = new Random(SEED * 31 + topic.hashCode());
  }

  <T> T of(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  /** Several different values, in the order that they have in the list. */
  <T> List<T> several(List<T> values, int least, int greatest) {
    List<T> left = new ArrayList<>(values);
    int wanted = between(least, greatest);
    while (left.size() > wanted) {
      left.remove(random.nextInt(left.size()));
    }
    return left;
  }

  /** A value whose probability falls towards the end of the list. */
  <T> T early(List<T> values) {
    double position = Math.min(random.nextDouble(), random.nextDouble());
    return values.get((int) (position * values.size()));
  }

  /** Both ends included. */
  int between(int least, int greatest) {
    return least + random.nextInt(greatest - least + 1);
  }

  long between(long least, long greatest) {
    return least + (long) (random.nextDouble() * (greatest - least));
  }

  double between(double least, double greatest) {
    return least + random.nextDouble() * (greatest - least);
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  /** A version 4 UUID. */
  String uuid() {
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low).toString();
  }

  static BigDecimal money(double amount) {
    return BigDecimal.valueOf(amount).setScale(2, RoundingMode.HALF_UP);
  }
}
