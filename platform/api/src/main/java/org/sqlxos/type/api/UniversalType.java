package org.sqlxos.type.api;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * A type that is not of one database. Every native type is mapped to one of these.
 *
 * <p>They form a lattice under "every value of this is also a value of that, without an explicit
 * cast": {@link #NEVER}, the type of a bare NULL, lies below all, {@link #ANY} above all. {@link
 * #join} is the least type that holds the values of both (the type of a UNION or CASE), {@link
 * #meet} the greatest whose values both hold. The order is made of these rules and no others:
 *
 * <ul>
 *   <li>integers by width; an integer below every decimal with enough digits before the point (3,
 *       5, 10, 19);
 *   <li>decimals by digits before and digits after the point; every exact number below float 64, as
 *       SQL has it (which may round), and float 32 below float 64;
 *   <li>texts and bytes by length; an enum below every enum with at least its labels and below
 *       every text they fit; uuid below text of 36;
 *   <li>times and timestamps by fractional digits; a date below every timestamp without zone;
 *   <li>arrays as their elements.
 * </ul>
 *
 * <p>A timestamp with zone is not comparable to one without: which moment the latter means depends
 * on a session's zone.
 *
 * <p>{@link #notation} writes a type, {@link #parse} reads it: {@code integer(32)}, {@code
 * decimal(10,2)}, {@code decimal}, {@code float(64)}, {@code text(40)}, {@code text}, {@code
 * bytes(16)}, {@code boolean}, {@code date}, {@code time(6)}, {@code timestamp(6)}, {@code
 * timestamptz(6)}, {@code interval}, {@code uuid}, {@code json}, {@code array(text)}, {@code
 * enum('a','b')}, {@code never}, {@code any}.
 */
public sealed interface UniversalType {

  /** The length or number of digits of what is not bounded. */
  int UNBOUNDED = Integer.MAX_VALUE;

  /** The type without values but NULL. */
  UniversalType NEVER = Special.NEVER;

  /** The type of which nothing is known. */
  UniversalType ANY = Special.ANY;

  /** The ends of the lattice. */
  enum Special implements UniversalType {
    NEVER,
    ANY
  }

  /** Types without parameters. */
  enum Simple implements UniversalType {
    BOOLEAN,
    DATE,
    INTERVAL,
    UUID,
    JSON
  }

  /**
   * Whole numbers in two's complement.
   *
   * @param bits 8, 16, 32 or 64
   */
  record IntegerType(int bits) implements UniversalType {
    public IntegerType {
      if (bits != 8 && bits != 16 && bits != 32 && bits != 64) {
        throw new IllegalArgumentException("an integer has 8, 16, 32 or 64 bits, not " + bits);
      }
    }

    /** The decimal digits that its greatest value has. */
    public int digits() {
      return switch (bits) {
        case 8 -> 3;
        case 16 -> 5;
        case 32 -> 10;
        default -> 19;
      };
    }
  }

  /**
   * Exact numbers.
   *
   * @param integerDigits digits before the point; {@link #UNBOUNDED} for any number
   * @param scale digits after the point; {@link #UNBOUNDED} for any number
   */
  record DecimalType(int integerDigits, int scale) implements UniversalType {

    /** A decimal of any size, as PostgreSQL's {@code numeric}. */
    public static final DecimalType ANY_SIZE = new DecimalType(UNBOUNDED, UNBOUNDED);

    public DecimalType {
      if (integerDigits < 0 || scale < 0 || (integerDigits == 0 && scale == 0)) {
        throw new IllegalArgumentException(
            "a decimal has digits, not %d before and %d after the point"
                .formatted(integerDigits, scale));
      }
    }

    /** From SQL's {@code DECIMAL(precision, scale)}, precision being the digits in all. */
    public static DecimalType of(int precision, int scale) {
      return new DecimalType(precision - scale, scale);
    }
  }

  /**
   * Binary floating point (IEEE 754).
   *
   * @param bits 32 or 64
   */
  record FloatType(int bits) implements UniversalType {
    public FloatType {
      if (bits != 32 && bits != 64) {
        throw new IllegalArgumentException("a float has 32 or 64 bits, not " + bits);
      }
    }
  }

  /**
   * Characters.
   *
   * @param length at most so many Unicode code points; {@link #UNBOUNDED} for any number
   */
  record TextType(int length) implements UniversalType {
    public TextType {
      requireLength(length);
    }
  }

  /**
   * Octets.
   *
   * @param length at most so many; {@link #UNBOUNDED} for any number
   */
  record BytesType(int length) implements UniversalType {
    public BytesType {
      requireLength(length);
    }
  }

  /**
   * A time of day without zone.
   *
   * @param fraction digits of the fractional second, 0 to 9
   */
  record TimeType(int fraction) implements UniversalType {
    public TimeType {
      requireFraction(fraction);
    }
  }

  /**
   * A date with a time of day.
   *
   * @param fraction digits of the fractional second, 0 to 9
   * @param zoned whether it names a moment on the world's clock, or the reading of some clock
   */
  record TimestampType(int fraction, boolean zoned) implements UniversalType {
    public TimestampType {
      requireFraction(fraction);
    }
  }

  /**
   * One of some labels.
   *
   * @param labels in the order that the database sorts them; equal regardless of it; at least one
   */
  record EnumType(SequencedSet<String> labels) implements UniversalType {
    public EnumType {
      if (labels.isEmpty()) {
        throw new IllegalArgumentException("an enum has labels");
      }
      labels = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(labels));
    }

    public static EnumType of(List<String> labels) {
      return new EnumType(new LinkedHashSet<>(labels));
    }
  }

  /** Any number of elements of one type. */
  record ArrayType(UniversalType element) implements UniversalType {}

  /** Text of any length. */
  TextType TEXT = new TextType(UNBOUNDED);

  /** The least type that holds the values of both. Commutative, associative, idempotent. */
  default UniversalType join(UniversalType other) {
    return Lattice.join(this, other);
  }

  /** The greatest type whose values both hold. Commutative, associative, idempotent. */
  default UniversalType meet(UniversalType other) {
    return Lattice.meet(this, other);
  }

  /** Whether every value of this type can be stored as {@code target} without an explicit cast. */
  default boolean assignableTo(UniversalType target) {
    return Lattice.join(this, target).equals(target);
  }

  /** The type in writing; {@link #parse} reads it. */
  default String notation() {
    return TypeNotation.write(this);
  }

  /**
   * Reads a type.
   *
   * @throws IllegalArgumentException if it is no type; the message tells where and what was
   *     expected
   */
  static UniversalType parse(String notation) {
    return TypeNotation.read(notation);
  }

  private static void requireLength(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("a length is 1 or more, not " + length);
    }
  }

  private static void requireFraction(int fraction) {
    if (fraction < 0 || fraction > 9) {
      throw new IllegalArgumentException("a second has 0 to 9 fractional digits, not " + fraction);
    }
  }
}
