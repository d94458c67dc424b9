package org.sqlxos.planner.internal.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;
import org.sqlxos.problem.api.ProblemException;

/**
 * The values of a statement: literals and parameters. VERIFY gives them the class of their column.
 *
 * @param parameters in the order of the question marks
 */
record SqlValues(List<@Nullable Object> parameters) {

  /** Whether an expression is a value. */
  static boolean isValue(Expression expression) {
    return switch (expression) {
      case JdbcParameter _, StringValue _, LongValue _, DoubleValue _ -> true;
      case BooleanValue _, NullValue _, SignedExpression _, DateTimeLiteralExpression _ -> true;
      case Column column -> truth(column);
      default -> false;
    };
  }

  @Nullable Object value(Expression expression) {
    return switch (expression) {
      case JdbcParameter parameter -> parameter(parameter);
      case StringValue text when text.getPrefix() == null -> text.getNotExcapedValue();
      case LongValue number -> whole(number.getBigIntegerValue());
      case DoubleValue number -> new BigDecimal(number.toString());
      case BooleanValue truth -> truth.getValue();
      case NullValue _ -> null;
      case SignedExpression signed -> signed(signed);
      case DateTimeLiteralExpression moment -> unquoted(moment.getValue());
      case Column column when truth(column) -> column.getColumnName().equalsIgnoreCase("true");
      default -> throw SqlNames.more("An expression stands where only a value can");
    };
  }

  /** The same where NULL makes no sense. */
  Object present(Expression expression) {
    @Nullable Object value = value(expression);
    if (value == null) {
      throw SqlProblem.NOT_READ.problem(
          "A condition compares with NULL, which nothing is equal to", "Write IS NULL.");
    }
    return value;
  }

  /** A number of rows. */
  long count(Expression expression) {
    if (value(expression) instanceof Number number
        && number.longValue() >= 0
        && BigDecimal.valueOf(number.longValue()).compareTo(new BigDecimal(number.toString()))
            == 0) {
      return number.longValue();
    }
    throw SqlProblem.NOT_READ.problem("LIMIT and OFFSET take a whole number, 0 or more");
  }

  private static boolean truth(Column column) {
    String name = column.getFullyQualifiedName();
    return name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false");
  }

  private static Object whole(BigInteger number) {
    return number.bitLength() < Long.SIZE ? (Object) number.longValue() : new BigDecimal(number);
  }

  private Object signed(SignedExpression signed) {
    @Nullable Object number = value(signed.getExpression());
    boolean negative = signed.getSign() == '-';
    if (!negative && signed.getSign() != '+' || !(number instanceof Number)) {
      throw SqlNames.more("An expression stands where only a value can");
    }
    return switch (number) {
      case Number any when !negative -> any;
      case Long whole when whole != Long.MIN_VALUE -> -whole;
      // The least whole number has no opposite: without its sign it is a decimal.
      case BigDecimal decimal when decimal.scale() == 0 ->
          whole(decimal.negate().toBigIntegerExact());
      case BigDecimal decimal -> decimal.negate();
      default -> throw SqlNames.more("Only a number can be negative");
    };
  }

  private static String unquoted(String literal) {
    boolean quoted = literal.length() >= 2 && literal.startsWith("'") && literal.endsWith("'");
    return quoted ? literal.substring(1, literal.length() - 1) : literal;
  }

  private @Nullable Object parameter(JdbcParameter parameter) {
    @Nullable Integer index = parameter.getIndex();
    if (index == null || index < 1 || index > parameters.size()) {
      throw tooFew(index == null ? 0 : index);
    }
    return parameters.get(index - 1);
  }

  private ProblemException tooFew(int index) {
    return SqlProblem.NOT_READ.problem(
        "The statement has a place for parameter %d, and %d are given"
            .formatted(index, parameters.size()));
  }
}
