package org.sqlxos.dialect.api;

import java.util.Map;
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
 * How rows become a JSON text inside the database, for related rows inside rows. Nothing of it is a
 * JSON type: a text is put together of constant pieces and of values, so that each type can be
 * written as it is elsewhere in an answer.
 *
 * @param values by family of type (see {@link #family}) the JSON text of the value {@code $1},
 *     which may stand several times; NULL for NULL. A family that is absent is written as {@code
 *     any}, an array of a family that is absent as {@code array}
 * @param absent the text {@code $1}, or {@code 'null'} for NULL
 * @param pieces how texts are put together
 * @param backslashes how a literal is written that has backslashes in it
 * @param rows how the texts of several rows become one
 */
public record JsonSyntax(
    Map<String, String> values, String absent, Pieces pieces, Backslashes backslashes, Rows rows) {

  public JsonSyntax {
    values = Map.copyOf(values);
    if (!values.containsKey("any") || !values.containsKey("array")) {
      throw new IllegalArgumentException("\"any\" and \"array\" are for what is not listed");
    }
  }

  /** What stands before, between and behind texts that are put together. */
  public record Pieces(String begin, String between, String end) {}

  /** What a backslash in a literal means. */
  public enum Backslashes {
    /** Itself. */
    PLAIN,
    /** Settings decide; in {@code E'...'} it is doubled. */
    ESCAPED,
    /** Settings decide, and there is no other literal: such texts are written as their bytes. */
    HEXADECIMAL
  }

  /** How the texts of several rows become one array. */
  public sealed interface Rows {

    /**
     * Rows are selected, sorted and cut in a query within the query, which may refer to the row
     * around it.
     *
     * @param array the array of all texts {@code $1}
     */
    record Selected(String array) implements Rows {}

    /**
     * A query within the query may not refer to the row around it, but an aggregate sorts.
     *
     * @param array the array of all texts {@code $1} in the order {@code $2}
     * @param page the same of at most {@code $3} behind the first {@code $4}
     */
    record Aggregated(String array, String page) implements Rows {}
  }

  /** The JSON text of a value of this type, with {@code $1} for the value. */
  public String value(UniversalType type) {
    String known = values.get(family(type));
    if (known != null) {
      return known;
    }
    return values.getOrDefault(type instanceof ArrayType ? "array" : "any", "");
  }

  /** The family as dialects name it; of arrays with that of their elements, {@code array(text)}. */
  public static String family(UniversalType type) {
    return switch (type) {
      case Special _ -> "any";
      case Simple.BOOLEAN -> "boolean";
      case Simple.DATE -> "date";
      case Simple.INTERVAL -> "interval";
      case Simple.UUID -> "uuid";
      case Simple.JSON -> "json";
      case IntegerType _ -> "integer";
      case DecimalType _ -> "decimal";
      case FloatType number -> number.bits() == 32 ? "float32" : "float";
      case TextType _ -> "text";
      case BytesType _ -> "bytes";
      case TimeType _ -> "time";
      case TimestampType timestamp -> timestamp.zoned() ? "timestamptz" : "timestamp";
      case EnumType _ -> "enum";
      case ArrayType array -> "array(" + family(array.element()) + ")";
    };
  }
}
