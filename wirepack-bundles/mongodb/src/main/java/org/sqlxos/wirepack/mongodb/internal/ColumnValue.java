package org.sqlxos.wirepack.mongodb.internal;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.type.api.UniversalType;

/**
 * How a value of a column is written: as what its samples were, where the value's own class does
 * not say it.
 */
final class ColumnValue {

  private static final Pattern OBJECT_ID = Pattern.compile("[0-9a-fA-F]{24}");

  private ColumnValue() {}

  /** Adds a value that is stored. */
  static void stored(CommandJson json, Optional<Column> column, @Nullable Object value) {
    String type = column.map(Column::nativeType).orElse("");
    if (column.filter(each -> each.type() == UniversalType.Simple.JSON).isPresent()) {
      json.value(value, "json");
    } else if (type.equals("int") && value instanceof Long) {
      json.value(value, "int");
    } else if (objectId(type, value)) {
      json.value(value, "objectId");
    } else {
      json.value(value);
    }
  }

  /** Adds a value that is looked for; numbers of different types compare as numbers. */
  static void sought(CommandJson json, Optional<Column> column, Object value) {
    String type = column.map(Column::nativeType).orElse("");
    if (column.filter(each -> each.type() == UniversalType.Simple.JSON).isPresent()) {
      json.value(value, "json");
    } else if (objectId(type, value)) {
      json.value(value, "objectId");
    } else {
      json.value(value);
    }
  }

  /** Where samples were not of one type, or there were none, what looks like one is one. */
  private static boolean objectId(String type, @Nullable Object value) {
    return value instanceof String text
        && (type.contains("objectId") || type.equals("unknown"))
        && OBJECT_ID.matcher(text).matches();
  }
}
