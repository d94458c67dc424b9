package org.sqlxos.dialects.mysql.internal;

import static org.sqlxos.type.api.UniversalType.UNBOUNDED;

import java.util.SequencedSet;
import java.util.stream.Collectors;
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
 * Names of column types. What the databases have no type for, or a type with fewer values, is text.
 *
 * <p>The one exception is a timestamp with zone: {@code TIMESTAMP} ends in 2038 (MySQL, MariaDB
 * 10.11), but no other type knows which moment it means. A later moment is refused, not altered.
 */
final class ColumnTypes {

  /** A row has 65,535 bytes, so that a few columns of four bytes a character fit into it. */
  private static final int ROW_CHARACTERS = 4_000;

  private static final int ROW_BYTES = 16_000;

  /** See "Fixed-Point Types" in the manuals of both. */
  private static final int DECIMAL_DIGITS = 65;

  /** MariaDB has 38; 30 is what both have. */
  private static final int DECIMAL_SCALE = 30;

  private static final int FRACTION_DIGITS = 6;
  private static final int ENUM_LABELS = 65_535;
  private static final int ENUM_LABEL_CHARACTERS = 255;

  private ColumnTypes() {}

  static String of(UniversalType type) {
    return switch (type) {
      case Special _ -> "LONGTEXT";
      case Simple simple -> simple(simple);
      case IntegerType integer -> integer(integer);
      case DecimalType decimal -> decimal(decimal);
      case FloatType number -> number.bits() == 32 ? "FLOAT" : "DOUBLE";
      case TextType text -> text(text.length());
      case BytesType bytes ->
          bytes.length() != UNBOUNDED && bytes.length() <= ROW_BYTES
              ? "VARBINARY(" + bytes.length() + ")"
              : "LONGBLOB";
      case TimeType time -> fraction("TIME", time.fraction());
      case TimestampType timestamp ->
          fraction(timestamp.zoned() ? "TIMESTAMP" : "DATETIME", timestamp.fraction());
      case ArrayType _ -> "JSON";
      case EnumType labels -> labels(labels.labels());
    };
  }

  private static String simple(Simple type) {
    return switch (type) {
      case BOOLEAN -> "TINYINT(1)";
      case DATE -> "DATE";
      case INTERVAL -> "VARCHAR(64)";
      case UUID -> "CHAR(36)";
      case JSON -> "JSON";
    };
  }

  private static String integer(IntegerType type) {
    return switch (type.bits()) {
      case 8 -> "TINYINT";
      case 16 -> "SMALLINT";
      case 32 -> "INT";
      default -> "BIGINT";
    };
  }

  private static String decimal(DecimalType type) {
    boolean bounded = type.integerDigits() != UNBOUNDED && type.scale() != UNBOUNDED;
    if (!bounded || type.scale() > DECIMAL_SCALE) {
      return text(UNBOUNDED);
    }
    long digits = (long) type.integerDigits() + type.scale();
    return digits <= DECIMAL_DIGITS
        ? "DECIMAL(" + digits + "," + type.scale() + ")"
        : text(UNBOUNDED);
  }

  private static String text(int length) {
    return length != UNBOUNDED && length <= ROW_CHARACTERS ? "VARCHAR(" + length + ")" : "LONGTEXT";
  }

  private static String fraction(String type, int digits) {
    return digits <= FRACTION_DIGITS ? type + "(" + digits + ")" : "VARCHAR(64)";
  }

  /** Compared octet by octet: else labels that differ in case only would be one. */
  private static String labels(SequencedSet<String> labels) {
    boolean exact =
        labels.size() <= ENUM_LABELS && labels.stream().allMatch(ColumnTypes::keptAsLabel);
    if (!exact) {
      return text(UNBOUNDED);
    }
    return labels.stream()
        .map(label -> "'" + label.replace("'", "''") + "'")
        .collect(Collectors.joining(",", "ENUM(", ") CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"));
  }

  /** Spaces at the end are cut off, and what a backslash means depends on the session. */
  private static boolean keptAsLabel(String label) {
    return !label.endsWith(" ")
        && label.indexOf('\\') < 0
        && label.length() <= ENUM_LABEL_CHARACTERS;
  }
}
