package org.sqlxos.planner.internal.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.ComparisonOperator;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Filter.Comparison;

/** Reads a condition as a filter. What is not known here is refused, never passed over. */
record SqlConditions(SqlNames names, SqlValues values) {

  /**
   * @param where null for every row
   */
  Filter filter(@Nullable Expression where) {
    return where == null ? Filter.EVERYTHING : read(where);
  }

  private Filter read(Expression expression) {
    return switch (expression) {
      case ParenthesedExpressionList<?> list when list.size() == 1 -> read(list.getFirst());
      case AndExpression and -> new Filter.And(parts(and, AndExpression.class));
      case OrExpression or -> new Filter.Or(parts(or, OrExpression.class));
      case NotExpression not -> new Filter.Not(read(not.getExpression()));
      case ComparisonOperator compare -> compare(compare);
      case InExpression in -> in(in);
      case LikeExpression like -> not(like(like), like.isNot());
      case IsNullExpression isNull -> isNull(isNull);
      case Between between -> between(between);
      case IsBooleanExpression is -> truth(is);
      case BooleanValue truth -> constant(truth.getValue());
      case Column column when SqlValues.isValue(column) ->
          constant(Boolean.TRUE.equals(values.value(column)));
      case Column column -> new Filter.Compare(names.column(column), Comparison.EQUAL, true);
      default -> throw SqlNames.more("A condition is more than is served here");
    };
  }

  private static Filter not(Filter filter, boolean not) {
    return not ? new Filter.Not(filter) : filter;
  }

  private static Filter constant(boolean truth) {
    return truth ? Filter.EVERYTHING : new Filter.Or(List.of());
  }

  /** Many conditions in a row nest to the left: they are taken apart without nesting here. */
  private <T extends BinaryExpression> List<Filter> parts(T outermost, Class<T> kind) {
    Deque<Filter> parts = new ArrayDeque<>();
    Expression left = outermost;
    while (kind.isInstance(left)) {
      T each = kind.cast(left);
      requireWord(each);
      parts.addFirst(read(each.getRightExpression()));
      left = each.getLeftExpression();
    }
    parts.addFirst(read(left));
    return List.copyOf(parts);
  }

  private static void requireWord(BinaryExpression each) {
    String word = each.getStringExpression();
    if (!word.equalsIgnoreCase("AND") && !word.equalsIgnoreCase("OR")) {
      // In other dialects || joins texts.
      throw SqlNames.more("\"%s\" is not served here".formatted(word));
    }
  }

  private Filter compare(ComparisonOperator compare) {
    if (compare.getOldOracleJoinSyntax() != 0 || compare.getOraclePriorPosition() != 0) {
      throw SqlNames.more("A comparison is more than is served here");
    }
    Expression left = compare.getLeftExpression();
    Expression right = compare.getRightExpression();
    Comparison comparison = comparison(compare.getStringExpression());
    return SqlValues.isValue(left) && !SqlValues.isValue(right)
        ? new Filter.Compare(names.column(right), turned(comparison), values.present(left))
        : new Filter.Compare(names.column(left), comparison, values.present(right));
  }

  private static Comparison comparison(String sign) {
    return switch (sign) {
      case "=" -> Comparison.EQUAL;
      case "<>", "!=" -> Comparison.NOT_EQUAL;
      case "<" -> Comparison.LESS;
      case "<=" -> Comparison.LESS_OR_EQUAL;
      case ">" -> Comparison.GREATER;
      case ">=" -> Comparison.GREATER_OR_EQUAL;
      default -> throw SqlNames.more("\"%s\" is not served here".formatted(sign));
    };
  }

  private static Comparison turned(Comparison comparison) {
    return switch (comparison) {
      case EQUAL, NOT_EQUAL -> comparison;
      case LESS -> Comparison.GREATER;
      case LESS_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
      case GREATER -> Comparison.LESS;
      case GREATER_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
    };
  }

  private Filter in(InExpression in) {
    if (in.isGlobal()
        || in.getOldOracleJoinSyntax() != 0
        || !(in.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
      throw SqlNames.more("IN takes a list of values");
    }
    List<Object> wanted = new ArrayList<>();
    for (Expression each : list) {
      wanted.add(values.present(each));
    }
    return not(new Filter.In(names.column(in.getLeftExpression()), wanted), in.isNot());
  }

  private Filter isNull(IsNullExpression isNull) {
    if (isNull.getOldOracleJoinSyntax() != 0) {
      throw SqlNames.more("A condition is more than is served here");
    }
    boolean not = isNull.isNot() || isNull.isUseNotNull();
    return not(new Filter.IsNull(names.column(isNull.getLeftExpression())), not);
  }

  private Filter between(Between between) {
    if (between.isUsingSymmetric()) {
      throw SqlNames.more("BETWEEN SYMMETRIC is not served here");
    }
    String column = names.column(between.getLeftExpression());
    Object from = values.present(between.getBetweenExpressionStart());
    Object to = values.present(between.getBetweenExpressionEnd());
    return not(
        new Filter.And(
            List.of(
                new Filter.Compare(column, Comparison.GREATER_OR_EQUAL, from),
                new Filter.Compare(column, Comparison.LESS_OR_EQUAL, to))),
        between.isNot());
  }

  /** {@code IS NOT TRUE} is true of NULL too. */
  private Filter truth(IsBooleanExpression is) {
    String column = names.column(is.getLeftExpression());
    Filter equal = new Filter.Compare(column, Comparison.EQUAL, is.isTrue());
    return is.isNot()
        ? new Filter.Or(List.of(new Filter.Not(equal), new Filter.IsNull(column)))
        : equal;
  }

  private Filter like(LikeExpression like) {
    boolean known =
        switch (like.getLikeKeyWord()) {
          case LIKE, ILIKE -> !like.isUseBinary();
          default -> false;
        };
    if (!known || !(values.present(like.getRightExpression()) instanceof String pattern)) {
      throw SqlNames.more("LIKE takes a text, and ILIKE; nothing else is served here");
    }
    return new Filter.Like(
        names.column(like.getLeftExpression()),
        stars(pattern, escape(like.getEscape())),
        like.getLikeKeyWord() == LikeExpression.KeyWord.ILIKE);
  }

  private static char escape(@Nullable Expression escape) {
    return switch (escape) {
      case null -> '\\';
      case StringValue text when text.getValue().length() == 1 -> text.getValue().charAt(0);
      default -> throw SqlNames.more("ESCAPE takes one character");
    };
  }

  /** A filter's pattern has a star for any characters, and no way to write a star itself. */
  private static String stars(String pattern, char escape) {
    StringBuilder stars = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      boolean plain = c == escape && i + 1 < pattern.length();
      if (plain) {
        c = pattern.charAt(++i);
      }
      if (c == '*' || c == '_' && !plain) {
        throw SqlNames.more("A pattern of LIKE with * or _ is not served here");
      }
      stars.append(c == '%' && !plain ? '*' : c);
    }
    return stars.toString();
  }
}
