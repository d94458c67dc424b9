package org.sqlxos.contracts.internal.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.function.LongBinaryOperator;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TrimFunction;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import org.sqlxos.catalog.api.Check;
import org.sqlxos.catalog.api.Table;

/** Makes terms of the expressions of one table's checks. What it does not know becomes unsure. */
final class CheckCompiler {

  /** Longer or deeper ones are left to the database: the parser's time grows with them. */
  private static final int LONGEST_EXPRESSION = 2000;

  private static final int MOST_PARENTHESES = 60;

  static final Term UNSURE = row -> Term.UNSURE;

  private final CheckColumns columns;
  private final Set<String> read = new TreeSet<>();

  private CheckCompiler(CheckColumns columns) {
    this.columns = columns;
  }

  /** A check that can be evaluated; nothing if its expression cannot be read. */
  static Optional<CompiledCheck> compile(Check check, Table table) {
    CheckCompiler compiler = new CheckCompiler(new CheckColumns(table));
    return parsed(check.expression())
        .map(
            expression -> {
              Term term = compiler.term(expression);
              return new CompiledCheck(
                  check, term, List.copyOf(compiler.read), RuleKind.of(expression));
            });
  }

  private static Optional<Expression> parsed(String text) {
    boolean simple =
        text.length() <= LONGEST_EXPRESSION
            && text.chars().filter(c -> c == '(').count() <= MOST_PARENTHESES;
    if (!simple) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          CCJSqlParserUtil.parseCondExpression(
              text, false, parser -> parser.withSquareBracketQuotation(text.indexOf('[') >= 0)));
    } catch (JSQLParserException e) {
      return Optional.empty();
    }
  }

  private Term term(Expression expression) {
    return switch (expression) {
      case ParenthesedExpressionList<?> list when list.size() == 1 -> term(list.getFirst());
      case AndExpression and -> {
        Term a = term(and.getLeftExpression());
        Term b = term(and.getRightExpression());
        yield row -> Truth.of(a.of(row)).and(Truth.of(b.of(row))).value();
      }
      case OrExpression or -> {
        Term a = term(or.getLeftExpression());
        Term b = term(or.getRightExpression());
        yield row -> Truth.of(a.of(row)).or(Truth.of(b.of(row))).value();
      }
      case NotExpression not -> not(term(not.getExpression()), true);
      case InExpression in -> in(in);
      case Between between -> between(between);
      case IsNullExpression isNull -> isNull(isNull);
      case LikeExpression like -> like(like);
      case BinaryExpression binary -> binary(binary);
      default -> value(expression);
    };
  }

  private static Term not(Term term, boolean not) {
    return not ? row -> Truth.of(term.of(row)).not().value() : term;
  }

  private Term binary(BinaryExpression binary) {
    Term a = term(binary.getLeftExpression());
    Term b = term(binary.getRightExpression());
    return switch (binary) {
      case EqualsTo ignored -> comparison(a, b, order -> order == 0);
      case NotEqualsTo ignored -> comparison(a, b, order -> order != 0);
      case GreaterThan ignored -> comparison(a, b, order -> order > 0);
      case GreaterThanEquals ignored -> comparison(a, b, order -> order >= 0);
      case MinorThan ignored -> comparison(a, b, order -> order < 0);
      case MinorThanEquals ignored -> comparison(a, b, order -> order <= 0);
      case Addition ignored -> Functions.arithmetic(a, b, Math::addExact);
      case Subtraction ignored -> Functions.arithmetic(a, b, Math::subtractExact);
      case Multiplication ignored -> Functions.arithmetic(a, b, Math::multiplyExact);
      case Modulo ignored -> Functions.arithmetic(a, b, REMAINDER);
      default -> UNSURE;
    };
  }

  // Division by zero is NULL in some databases and an error in others: it throws, hence unsure.
  private static final LongBinaryOperator REMAINDER = (x, y) -> x % y;

  private static Term comparison(Term a, Term b, IntPredicate wanted) {
    return row -> Comparison.of(a.of(row), b.of(row), wanted).value();
  }

  private Term in(InExpression in) {
    if (!(in.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
      return UNSURE;
    }
    Term value = term(in.getLeftExpression());
    List<Term> candidates = new ArrayList<>();
    for (Expression candidate : list) {
      candidates.add(term(candidate));
    }
    Term found =
        row -> {
          Truth truth = Truth.FALSE;
          for (Term candidate : candidates) {
            truth = truth.or(Comparison.of(value.of(row), candidate.of(row), order -> order == 0));
          }
          return truth.value();
        };
    return not(found, in.isNot());
  }

  private Term between(Between between) {
    Term value = term(between.getLeftExpression());
    Term low = comparison(value, term(between.getBetweenExpressionStart()), order -> order >= 0);
    Term high = comparison(value, term(between.getBetweenExpressionEnd()), order -> order <= 0);
    return between.isUsingSymmetric()
        ? UNSURE
        : not(row -> Truth.of(low.of(row)).and(Truth.of(high.of(row))).value(), between.isNot());
  }

  private Term isNull(IsNullExpression isNull) {
    Term value = term(isNull.getLeftExpression());
    boolean not = isNull.isNot() || isNull.isUseNotNull();
    return not(
        row -> {
          Object found = value.of(row);
          return found == Term.UNSURE ? found : (Object) (found == null);
        },
        not);
  }

  private Term like(LikeExpression like) {
    boolean plain =
        like.getLikeKeyWord() == LikeExpression.KeyWord.LIKE
            && like.getEscape() == null
            && !like.isUseBinary();
    Term text = term(like.getLeftExpression());
    Term pattern = term(like.getRightExpression());
    return plain
        ? not(row -> Wildcards.like(text.of(row), pattern.of(row)).value(), like.isNot())
        : UNSURE;
  }

  private Term value(Expression expression) {
    return switch (expression) {
      case Column column -> column(column);
      case StringValue text -> Literals.text(text);
      case LongValue number -> Literals.whole(number.getStringValue());
      case DoubleValue number -> Literals.decimal(number.toString());
      case BooleanValue truth -> row -> truth.getValue();
      case NullValue ignored -> row -> null;
      case SignedExpression signed -> signed(signed);
      case Function function -> function(function);
      case TrimFunction trim
          when trim.getTrimSpecification() == null && trim.getFromExpression() == null ->
          Functions.call("trim", List.of(term(trim.getExpression()))).orElse(UNSURE);
      default -> UNSURE;
    };
  }

  private Term column(Column column) {
    if (column.getTable() != null || column.getArrayConstructor() != null) {
      return UNSURE;
    }
    return columns
        .find(column.getColumnName())
        .map(
            found -> {
              read.add(found.name());
              return found.term();
            })
        .orElse(UNSURE);
  }

  private Term signed(SignedExpression signed) {
    Term value = term(signed.getExpression());
    return switch (signed.getSign()) {
      case '-' -> Functions.negated(value);
      case '+' -> value;
      default -> UNSURE;
    };
  }

  private Term function(Function function) {
    boolean plain =
        !function.isDistinct() && !function.isAllColumns() && function.getParameters() != null;
    if (!plain) {
      return UNSURE;
    }
    List<Term> arguments = new ArrayList<>();
    for (Expression argument : function.getParameters()) {
      arguments.add(term(argument));
    }
    return Functions.call(function.getName(), arguments).orElse(UNSURE);
  }
}
