package org.sqlxos.contracts.internal.value;

import org.sqlxos.contracts.internal.report.Place;
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

/**
 * The table of all types: which class a value gets.
 *
 * <p>Hot: every value of every request passes here. The frequent case comes first in each family
 * and allocates nothing but the value; {@code distribution/bench rest} watches it.
 */
public final class Coercion {

  private Coercion() {}

  /**
   * Turns a value into the class that {@code Statement} lists for its type.
   *
   * @param value not null; what the caller sent, or a value of the right class already
   * @return the value, or {@link Place#REFUSED} after it has been noted at {@code place}
   */
  public static Object coerce(Object value, UniversalType type, Source source, Place place) {
    return switch (type) {
      case IntegerType integer -> Numbers.integer(value, integer, source, place);
      case TextType text -> Texts.text(value, text, place);
      case DecimalType decimal -> Numbers.decimal(value, decimal, source, place);
      case FloatType floating -> Numbers.floating(value, floating, source, place);
      case EnumType labels -> Texts.label(value, labels, place);
      case TimestampType timestamp -> Moments.timestamp(value, timestamp, place);
      case TimeType time -> Moments.time(value, time, place);
      case BytesType bytes -> Texts.bytes(value, bytes, place);
      case ArrayType array -> Documents.array(value, array, place);
      case Simple simple -> simple(value, simple, source, place);
      case Special special -> special(value, special, source, place);
    };
  }

  private static Object simple(Object value, Simple type, Source source, Place place) {
    return switch (type) {
      case BOOLEAN -> Texts.truth(value, source, place);
      case DATE -> Moments.date(value, place);
      case INTERVAL -> Moments.interval(value, place);
      case UUID -> Texts.uuid(value, place);
      case JSON -> Documents.json(value, source, place);
    };
  }

  private static Object special(Object value, Special type, Source source, Place place) {
    return switch (type) {
      case ANY -> source == Source.FILTER ? Texts.guessed(value, place) : Texts.any(value, place);
      case NEVER -> place.refuse("type", "nothing but null expected");
    };
  }
}
