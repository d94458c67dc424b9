package org.sqlxos.wirevm.internal.dialect;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.BytesType;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.Special;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;
import org.sqlxos.wirevm.internal.value.Families;
import org.sqlxos.wirevm.internal.value.Family;

/**
 * Which universal types a row of a dialect's table is for.
 *
 * @param of their family
 * @param atMost how large they are at most, see {@link #size}
 * @param scaleAtMost how many digits a decimal has behind the point at most
 * @param labels what every label of an enum is matched by
 * @param element what the elements of an array are matched by
 */
record TypeMatch(
    Family of,
    OptionalInt atMost,
    OptionalInt scaleAtMost,
    Optional<Pattern> labels,
    Optional<TypeMatch> element) {

  boolean fits(UniversalType type) {
    return Families.of(type) == of
        && size(type) <= atMost.orElse(UNBOUNDED)
        && scale(type) <= scaleAtMost.orElse(UNBOUNDED)
        && labels.stream().allMatch(pattern -> labelsFit(type, pattern))
        && element.stream().allMatch(match -> elementFits(type, match));
  }

  /** Whether it is for every type of its family. */
  boolean unconditional() {
    return atMost.isEmpty() && scaleAtMost.isEmpty() && labels.isEmpty() && element.isEmpty();
  }

  private static boolean labelsFit(UniversalType type, Pattern pattern) {
    return type instanceof EnumType labelled
        && labelled.labels().stream().allMatch(label -> pattern.matcher(label).matches());
  }

  private static boolean elementFits(UniversalType type, TypeMatch match) {
    return type instanceof ArrayType array && match.fits(array.element());
  }

  /**
   * Bits of an integer or float; digits of a decimal; characters; bytes; digits of a fraction of a
   * second; labels of an enum. 0 for what has no size.
   */
  static int size(UniversalType type) {
    return switch (type) {
      case Special _, Simple _, ArrayType _ -> 0;
      case IntegerType integer -> integer.bits();
      case FloatType number -> number.bits();
      case DecimalType decimal -> digits(decimal);
      case TextType text -> text.length();
      case BytesType bytes -> bytes.length();
      case TimeType time -> time.fraction();
      case TimestampType timestamp -> timestamp.fraction();
      case EnumType labels -> labels.labels().size();
    };
  }

  private static int digits(DecimalType decimal) {
    long digits = (long) decimal.integerDigits() + decimal.scale();
    return decimal.scale() == UNBOUNDED || digits > UNBOUNDED ? UNBOUNDED : (int) digits;
  }

  static int scale(UniversalType type) {
    return type instanceof DecimalType decimal ? decimal.scale() : 0;
  }
}
