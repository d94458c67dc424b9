package org.sqlxos.jdbc.internal.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.sqlxos.jdbc.internal.error.JdbcProblem;
import org.sqlxos.jdbc.internal.error.SqlErrors;
import org.sqlxos.jdbc.internal.rows.Rows;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.TimeType;
import org.sqlxos.type.api.UniversalType.TimestampType;
import org.sqlxos.wirepack.api.DescribedColumn;

/**
 * The values of the row in sight, as the simple types of JDBC's table of conversions (JDBC 4.3
 * appendix B). Columns are counted from 0. Hot code.
 */
public class ValueReader {

  final Rows rows;
  final List<DescribedColumn> columns;

  ValueReader(Rows rows, List<DescribedColumn> columns) {
    this.rows = rows;
    this.columns = columns;
  }

  public final boolean isNull(int column) throws SQLException {
    return rows.kind(column) == ValueKind.NULL;
  }

  final UniversalType type(int column) {
    return columns.get(column).type().universal();
  }

  /** As people read it. */
  public final String string(int column) throws SQLException {
    return switch (rows.kind(column)) {
      case BOOLEAN -> Boolean.toString(rows.truth(column));
      case INTEGER -> Long.toString(rows.number(column));
      case FLOAT -> fraction(column);
      case DECIMAL, JSON -> rows.text(column);
      case TEXT ->
          type(column) instanceof TimestampType || type(column) instanceof TimeType
              ? Temporals.written(rows.text(column))
              : rows.text(column);
      case BYTES -> new String(rows.bytes(column), StandardCharsets.UTF_8);
      case NULL -> throw new IllegalStateException("asked before");
    };
  }

  private String fraction(int column) throws SQLException {
    double value = rows.fraction(column);
    boolean single = type(column) instanceof UniversalType.FloatType f && f.bits() == Float.SIZE;
    String text = single ? Float.toString((float) value) : Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  public final boolean truth(int column) throws SQLException {
    return switch (rows.kind(column)) {
      case BOOLEAN -> rows.truth(column);
      case INTEGER -> rows.number(column) != 0;
      case FLOAT -> rows.fraction(column) != 0;
      case DECIMAL -> new BigDecimal(rows.text(column)).signum() != 0;
      case TEXT, JSON -> truth(rows.text(column));
      case BYTES, NULL -> throw unlike(column, "a truth");
    };
  }

  static boolean truth(String text) throws SQLException {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "1", "y", "yes", "on" -> true;
      case "false", "f", "0", "n", "no", "off" -> false;
      default -> throw JdbcProblem.NOT_CONVERTIBLE.exception("The text cannot be read as a truth");
    };
  }

  /** A whole number; a fraction is cut off, as drivers do. */
  public final long whole(int column, long least, long most) throws SQLException {
    if (rows.kind(column) == ValueKind.INTEGER) {
      long number = rows.number(column);
      if (number < least || number > most) {
        throw outside(least, most);
      }
      return number;
    }
    return inRange(decimal(column), least, most);
  }

  static long inRange(BigDecimal decimal, long least, long most) throws SQLException {
    BigDecimal whole = decimal.setScale(0, RoundingMode.DOWN);
    if (whole.compareTo(BigDecimal.valueOf(least)) < 0
        || whole.compareTo(BigDecimal.valueOf(most)) > 0) {
      throw outside(least, most);
    }
    return whole.longValue();
  }

  private static SQLException outside(long least, long most) {
    return SqlErrors.of(
        new ProblemException(
            Problem.of(
                    JdbcProblem.NOT_CONVERTIBLE,
                    "The number is not between %d and %d".formatted(least, most))
                .withSqlState("22003")));
  }

  public final double number(int column) throws SQLException {
    return switch (rows.kind(column)) {
      case FLOAT -> rows.fraction(column);
      case INTEGER -> rows.number(column);
      case BOOLEAN -> rows.truth(column) ? 1 : 0;
      case DECIMAL, TEXT, JSON -> {
        try {
          yield Double.parseDouble(rows.text(column).strip());
        } catch (NumberFormatException e) {
          throw unlike(column, "a number");
        }
      }
      case BYTES, NULL -> throw unlike(column, "a number");
    };
  }

  public final BigDecimal decimal(int column) throws SQLException {
    return switch (rows.kind(column)) {
      case INTEGER -> BigDecimal.valueOf(rows.number(column));
      case BOOLEAN -> rows.truth(column) ? BigDecimal.ONE : BigDecimal.ZERO;
      case FLOAT, DECIMAL, TEXT, JSON -> {
        try {
          yield new BigDecimal(string(column).strip());
        } catch (NumberFormatException e) {
          throw unlike(column, "an exact number");
        }
      }
      case BYTES, NULL -> throw unlike(column, "an exact number");
    };
  }

  public final byte[] bytes(int column) throws SQLException {
    return rows.kind(column) == ValueKind.BYTES
        ? rows.bytes(column)
        : string(column).getBytes(StandardCharsets.UTF_8);
  }

  final SQLException unlike(int column, String what) throws SQLException {
    ValueKind kind = rows.kind(column);
    return JdbcProblem.NOT_CONVERTIBLE.exception(
        "Column %d, of the type \"%s\", holds a value of kind %s that cannot be had as %s"
            .formatted(column + 1, columns.get(column).type().name(), kind, what));
  }
}
