package org.sqlxos.wirevm.internal.dialect;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.ArrayType;
import org.sqlxos.type.api.UniversalType.EnumType;

/**
 * One row of a dialect's table of column types.
 *
 * @param column the type in the dialect's words; {@code $1} is the size, the labels of an enum as
 *     literals, or the type of an array's elements, {@code $2} the scale. With {@code $1} a row is
 *     for bounded types only
 */
record ColumnRule(TypeMatch match, String column) {

  boolean fits(UniversalType type) {
    return match.fits(type) && (!column.contains("$1") || TypeMatch.size(type) != UNBOUNDED);
  }

  /** Whether it is for every type of its family, bounded or not. */
  boolean unconditional() {
    boolean sized =
        switch (match.of()) {
          case DECIMAL, TEXT, BYTES -> column.contains("$1");
          default -> false;
        };
    return match.unconditional() && !sized;
  }

  /**
   * @param columnType names the type of an array's elements
   */
  String write(UniversalType type, Function<UniversalType, String> columnType) {
    String first =
        switch (type) {
          case ArrayType array -> columnType.apply(array.element());
          case EnumType labels ->
              labels.labels().stream()
                  .map(label -> "'" + label.replace("'", "''") + "'")
                  .collect(Collectors.joining(","));
          default -> Integer.toString(TypeMatch.size(type));
        };
    return column.replace("$2", Integer.toString(TypeMatch.scale(type))).replace("$1", first);
  }
}
