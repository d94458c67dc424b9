package org.sqlxos.contracts.internal.check;

import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;

/** Which of the kinds of a violation's rule a check is. */
final class RuleKind {

  private static final String CHECK = "check";

  private RuleKind() {}

  /** {@code range}, {@code length} or {@code enum} for the simple ones, else {@code check}. */
  static String of(Expression expression) {
    return switch (expression) {
      case ParenthesedExpressionList<?> list when list.size() == 1 -> of(list.getFirst());
      case AndExpression and -> {
        String left = of(and.getLeftExpression());
        yield left.equals(of(and.getRightExpression())) ? left : CHECK;
      }
      case InExpression in when in.getLeftExpression() instanceof Column && !in.isNot() -> "enum";
      case Between between when isNumber(between.getBetweenExpressionStart()) && !between.isNot() ->
          bound(between.getLeftExpression());
      case ComparisonOperator comparison when isNumber(comparison.getRightExpression()) ->
          bound(comparison.getLeftExpression());
      case ComparisonOperator comparison when isNumber(comparison.getLeftExpression()) ->
          bound(comparison.getRightExpression());
      default -> CHECK;
    };
  }

  private static String bound(Expression bounded) {
    return switch (bounded) {
      case Column ignored -> "range";
      case Function function
          when function.getName().toLowerCase(java.util.Locale.ROOT).endsWith("length") ->
          "length";
      default -> CHECK;
    };
  }

  private static boolean isNumber(Expression expression) {
    return switch (expression) {
      case LongValue ignored -> true;
      case DoubleValue ignored -> true;
      case SignedExpression signed -> isNumber(signed.getExpression());
      default -> false;
    };
  }
}
