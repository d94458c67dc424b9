package org.sqlxos.contracts.internal.check;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Table;
import org.sqlxos.type.api.UniversalType.DecimalType;
import org.sqlxos.type.api.UniversalType.EnumType;
import org.sqlxos.type.api.UniversalType.FloatType;
import org.sqlxos.type.api.UniversalType.IntegerType;
import org.sqlxos.type.api.UniversalType.Simple;
import org.sqlxos.type.api.UniversalType.TextType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;

/** The columns of a table as its checks can read them. */
final class CheckColumns {

  /** The option of a table whose texts compare otherwise than octet by octet. */
  private static final String COLLATED = "collated";

  /** A column that was found under the name that a check writes. */
  record Found(String name, Term term) {}

  private final List<Column> columns;
  private final boolean collated;

  CheckColumns(Table table) {
    this.columns = table.columns();
    this.collated = table.options().contains(COLLATED);
  }

  /**
   * A column by the name in a check: by exactly this name, else the only one that differs in case
   * alone.
   */
  Optional<Found> find(String written) {
    String name = unquoted(written);
    int found = -1;
    for (int i = 0; i < columns.size(); i++) {
      if (columns.get(i).name().equals(name)) {
        return Optional.of(found(i));
      }
      if (columns.get(i).name().equalsIgnoreCase(name)) {
        found = found == -1 ? i : -2;
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(found(found));
  }

  private static String unquoted(String written) {
    if (written.length() < 2) {
      return written;
    }
    char quote = written.charAt(0);
    String inner = written.substring(1, written.length() - 1);
    return switch (quote) {
      case '"', '`' -> inner.replace("" + quote + quote, "" + quote);
      case '[' -> inner;
      default -> written;
    };
  }

  private Found found(int index) {
    Column column = columns.get(index);
    return new Found(column.name(), row -> known(column, row[index]));
  }

  /** The value where its type has one meaning in all databases. */
  private @Nullable Object known(Column column, @Nullable Object value) {
    if (value == null || value == Term.UNSURE) {
      return value;
    }
    boolean sure =
        switch (column.type()) {
          case IntegerType ignored -> true;
          case DecimalType ignored -> true;
          case TextType ignored -> !collated;
          case EnumType ignored -> !collated;
          case TimeType ignored -> true;
          case TimestampType ignored -> true;
          case FloatType type -> type.bits() == 64 || isSingle(value);
          case Simple simple -> simple == Simple.BOOLEAN || simple == Simple.DATE;
          default -> false;
        };
    return sure ? value : Term.UNSURE;
  }

  // Others are rounded when they are stored.
  private static boolean isSingle(Object value) {
    return value instanceof Double number && (double) number.floatValue() == number;
  }
}
