package org.sqlxos.type.api;

import static org.sqlxos.type.api.UniversalType.ANY;
import static org.sqlxos.type.api.UniversalType.NEVER;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/**
 * Join and meet of universal types.
 *
 * <p>The lattice is a sum of small families (numbers, characters, octets, times, moments, arrays,
 * and some single types) between {@code NEVER} and {@code ANY}. Two types of different families
 * meet in {@code NEVER} and join in {@code ANY}; each family is a lattice by itself and is handled
 * by one pair of methods. Every unordered pair is tried in both orders, so that a family's method
 * names each pair once.
 */
final class Lattice {

  private static final int UUID_LENGTH = 36;
  private static final FloatType DOUBLE = new FloatType(64);
  private static final int[] WIDTHS = {64, 32, 16, 8};

  private Lattice() {}

  static UniversalType join(UniversalType a, UniversalType b) {
    if (a.equals(b) || b == NEVER || a == ANY) {
      return a;
    }
    if (a == NEVER || b == ANY) {
      return b;
    }
    return joinOrdered(a, b).or(() -> joinOrdered(b, a)).orElse(ANY);
  }

  static UniversalType meet(UniversalType a, UniversalType b) {
    if (a.equals(b) || b == ANY || a == NEVER) {
      return a;
    }
    if (a == ANY || b == NEVER) {
      return b;
    }
    return meetOrdered(a, b).or(() -> meetOrdered(b, a)).orElse(NEVER);
  }

  private static Optional<UniversalType> joinOrdered(UniversalType a, UniversalType b) {
    return Optional.ofNullable(
        switch (a) {
          case IntegerType x when b instanceof IntegerType y ->
              new IntegerType(Math.max(x.bits(), y.bits()));
          case IntegerType x when b instanceof DecimalType y ->
              new DecimalType(Math.max(x.digits(), y.integerDigits()), y.scale());
          case DecimalType x when b instanceof DecimalType y ->
              new DecimalType(
                  Math.max(x.integerDigits(), y.integerDigits()), Math.max(x.scale(), y.scale()));
          case FloatType ignored when isNumber(b) -> DOUBLE;
          case TextType x when b instanceof TextType y ->
              new TextType(Math.max(x.length(), y.length()));
          case EnumType x when b instanceof EnumType y -> new EnumType(union(x, y));
          case TextType x when isTextual(b) -> new TextType(Math.max(x.length(), width(b)));
          case EnumType x when b == Simple.UUID -> new TextType(Math.max(width(x), UUID_LENGTH));
          case BytesType x when b instanceof BytesType y ->
              new BytesType(Math.max(x.length(), y.length()));
          case TimeType x when b instanceof TimeType y ->
              new TimeType(Math.max(x.fraction(), y.fraction()));
          case TimestampType x when b instanceof TimestampType y && x.zoned() == y.zoned() ->
              new TimestampType(Math.max(x.fraction(), y.fraction()), x.zoned());
          case TimestampType x when b == Simple.DATE && !x.zoned() -> x;
          case ArrayType x when b instanceof ArrayType y ->
              new ArrayType(join(x.element(), y.element()));
          default -> null;
        });
  }

  private static Optional<UniversalType> meetOrdered(UniversalType a, UniversalType b) {
    return Optional.ofNullable(
        switch (a) {
          case IntegerType x when b instanceof IntegerType y ->
              new IntegerType(Math.min(x.bits(), y.bits()));
          case IntegerType x when b instanceof DecimalType y -> widestInteger(x, y);
          case DecimalType x when b instanceof DecimalType y -> common(x, y);
          case FloatType x when b.equals(DOUBLE) -> x;
          case FloatType x when x.equals(DOUBLE) && isNumber(b) -> b;
          case TextType x when b instanceof TextType y ->
              new TextType(Math.min(x.length(), y.length()));
          case EnumType x when b instanceof EnumType y ->
              labels(x.labels().stream().filter(y.labels()::contains).toList());
          case EnumType x when b instanceof TextType y ->
              labels(x.labels().stream().filter(label -> length(label) <= y.length()).toList());
          case TextType x when b == Simple.UUID && x.length() >= UUID_LENGTH -> b;
          case BytesType x when b instanceof BytesType y ->
              new BytesType(Math.min(x.length(), y.length()));
          case TimeType x when b instanceof TimeType y ->
              new TimeType(Math.min(x.fraction(), y.fraction()));
          case TimestampType x when b instanceof TimestampType y && x.zoned() == y.zoned() ->
              new TimestampType(Math.min(x.fraction(), y.fraction()), x.zoned());
          case TimestampType x when b == Simple.DATE && !x.zoned() -> b;
          case ArrayType x when b instanceof ArrayType y ->
              new ArrayType(meet(x.element(), y.element()));
          default -> null;
        });
  }

  private static boolean isNumber(UniversalType type) {
    return type instanceof IntegerType || type instanceof DecimalType || type instanceof FloatType;
  }

  private static boolean isTextual(UniversalType type) {
    return type instanceof EnumType || type == Simple.UUID;
  }

  private static int width(UniversalType type) {
    return type instanceof EnumType labels
        ? Math.max(1, labels.labels().stream().mapToInt(Lattice::length).max().orElse(1))
        : UUID_LENGTH;
  }

  private static int length(String label) {
    return label.codePointCount(0, label.length());
  }

  private static SequencedSet<String> union(EnumType x, EnumType y) {
    SequencedSet<String> all = new LinkedHashSet<>(x.labels());
    all.addAll(y.labels());
    return all;
  }

  private static UniversalType labels(java.util.List<String> labels) {
    return labels.isEmpty() ? NEVER : EnumType.of(labels);
  }

  private static UniversalType widestInteger(IntegerType integer, DecimalType decimal) {
    for (int bits : WIDTHS) {
      IntegerType candidate = new IntegerType(bits);
      if (bits <= integer.bits() && candidate.digits() <= decimal.integerDigits()) {
        return candidate;
      }
    }
    return NEVER;
  }

  private static UniversalType common(DecimalType x, DecimalType y) {
    int integerDigits = Math.min(x.integerDigits(), y.integerDigits());
    int scale = Math.min(x.scale(), y.scale());
    return integerDigits == 0 && scale == 0 ? NEVER : new DecimalType(integerDigits, scale);
  }
}
