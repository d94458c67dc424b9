package org.sqlxos.security.internal.condition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.sqlxos.operation.api.Filter.Comparison;

/**
 * Reads conditions.
 *
 * <pre>
 * condition := and { "or" and }            and  := not { "and" not }
 * not       := "not" not | primary
 * primary   := "(" condition ")" | "true" | "false" | "exists" name [ "(" condition ")" ] | test
 * test      := column [ comparison value | ["not"] "in" (list | claim) | ["not"] "like" text
 *            | "is" ["not"] "null" ]
 *            | claim (comparison value | ["not"] "in" (list | claim) | "is" ["not"] "null")
 *            | value ("in" claim | "=" column)
 * claim     := "claims." name { "." name }
 * </pre>
 */
public final class ConditionParser {

  private static final int DEEPEST = 50;
  static final String CLAIMS = "claims.";

  private final TokenReader in;
  private int depth;

  private ConditionParser(TokenReader in) {
    this.in = in;
  }

  /** Reads a condition that stands alone. */
  public static Condition parse(String text) throws ConditionFault {
    ConditionParser parser = new ConditionParser(new TokenReader(Tokenizer.tokens(text)));
    Condition condition = parser.or();
    parser.in.expect(Token.Kind.END);
    return condition;
  }

  /** Reads a value that stands alone. */
  public static Operand value(String text) throws ConditionFault {
    ConditionParser parser = new ConditionParser(new TokenReader(Tokenizer.tokens(text)));
    Operand value = parser.value();
    parser.in.expect(Token.Kind.END);
    return value;
  }

  private Condition or() throws ConditionFault {
    if (++depth > DEEPEST) {
      throw in.fault("nested more than %d deep".formatted(DEEPEST));
    }
    List<Condition> parts = new ArrayList<>(List.of(and()));
    while (in.take("or")) {
      parts.add(and());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Condition.Or(parts);
  }

  private Condition and() throws ConditionFault {
    List<Condition> parts = new ArrayList<>(List.of(not()));
    while (in.take("and")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
  }

  private Condition not() throws ConditionFault {
    int nots = 0;
    while (in.take("not")) {
      nots++;
    }
    Condition primary = primary();
    return nots % 2 == 0 ? primary : new Condition.Not(primary);
  }

  private Condition primary() throws ConditionFault {
    if (in.take("(")) {
      Condition inner = or();
      in.require(")");
      return inner;
    }
    if (in.take("exists")) {
      return exists();
    }
    if (in.take("true")) {
      return Condition.EVERYTHING;
    }
    if (in.take("false")) {
      return new Condition.Or(List.of());
    }
    return test();
  }

  private Condition exists() throws ConditionFault {
    String relationship = in.name();
    if (!in.take("(")) {
      return new Condition.Exists(relationship, Condition.EVERYTHING);
    }
    Condition inner = or();
    in.require(")");
    return new Condition.Exists(relationship, inner);
  }

  private Condition test() throws ConditionFault {
    if (in.column()) {
      return ofColumn(in.name());
    }
    Operand left = value();
    return left instanceof Operand.Claim claim ? ofClaim(claim) : ofLiteral(left);
  }

  private Condition ofColumn(String column) throws ConditionFault {
    if (in.take("is")) {
      boolean negated = in.take("not");
      in.require("null");
      return negated(negated, new Condition.IsNull(column));
    }
    boolean negated = in.take("not");
    if (in.take("in")) {
      return negated(negated, new Condition.In(column, values()));
    }
    if (in.take("like")) {
      return negated(negated, new Condition.Like(column, in.expect(Token.Kind.TEXT).text()));
    }
    if (negated) {
      throw in.fault("\"in\" or \"like\" expected, found \"%s\"".formatted(in.peek().text()));
    }
    if (in.peek().kind() == Token.Kind.SYMBOL && !in.peek().is(")") && !in.peek().is(",")) {
      return new Condition.Compare(column, comparison(), value());
    }
    return new Condition.Compare(column, Comparison.EQUAL, new Operand.Literal(true));
  }

  private Condition ofClaim(Operand.Claim claim) throws ConditionFault {
    if (in.take("is")) {
      boolean negated = in.take("not");
      in.require("null");
      return negated(negated, new Condition.ClaimMissing(claim));
    }
    boolean negated = in.take("not");
    if (in.take("in")) {
      return negated(negated, new Condition.ClaimIn(claim, values()));
    }
    Comparison comparison = comparison();
    return in.column()
        ? new Condition.Compare(in.name(), mirrored(comparison), claim)
        : new Condition.ClaimCompare(claim, comparison, value());
  }

  private Condition ofLiteral(Operand literal) throws ConditionFault {
    if (in.take("in")) {
      return new Condition.ClaimIn(literal, values());
    }
    Comparison comparison = mirrored(comparison());
    if (in.column()) {
      return new Condition.Compare(in.name(), comparison, literal);
    }
    if (value() instanceof Operand.Claim claim) {
      return new Condition.ClaimCompare(claim, comparison, literal);
    }
    throw in.fault("a column or a claim expected before \"%s\"".formatted(in.peek().text()));
  }

  private static Condition negated(boolean negated, Condition condition) {
    return negated ? new Condition.Not(condition) : condition;
  }

  private static Comparison mirrored(Comparison comparison) {
    return switch (comparison) {
      case EQUAL, NOT_EQUAL -> comparison;
      case LESS -> Comparison.GREATER;
      case LESS_OR_EQUAL -> Comparison.GREATER_OR_EQUAL;
      case GREATER -> Comparison.LESS;
      case GREATER_OR_EQUAL -> Comparison.LESS_OR_EQUAL;
    };
  }

  private Comparison comparison() throws ConditionFault {
    Comparison comparison =
        switch (in.peek().kind() == Token.Kind.SYMBOL ? in.peek().text() : "") {
          case "=" -> Comparison.EQUAL;
          case "<>", "!=" -> Comparison.NOT_EQUAL;
          case "<" -> Comparison.LESS;
          case "<=" -> Comparison.LESS_OR_EQUAL;
          case ">" -> Comparison.GREATER;
          case ">=" -> Comparison.GREATER_OR_EQUAL;
          default ->
              throw in.fault("a comparison expected, found \"%s\"".formatted(in.peek().text()));
        };
    in.skip();
    return comparison;
  }

  private List<Operand> values() throws ConditionFault {
    if (!in.take("(")) {
      return List.of(value());
    }
    List<Operand> values = new ArrayList<>();
    do {
      values.add(value());
    } while (in.take(","));
    in.require(")");
    return values;
  }

  private Operand value() throws ConditionFault {
    Token token = in.peek();
    in.skip();
    return switch (token.kind()) {
      case TEXT -> new Operand.Literal(token.text());
      case NUMBER -> new Operand.Literal(new BigDecimal(token.text()));
      case WORD -> word(token);
      case NAME, SYMBOL, END -> throw noValue(token);
    };
  }

  private Operand word(Token token) throws ConditionFault {
    if (token.is("true") || token.is("false")) {
      return new Operand.Literal(token.is("true"));
    }
    if (token.text().startsWith(CLAIMS)) {
      return new Operand.Claim(token.text().substring(CLAIMS.length()));
    }
    throw noValue(token);
  }

  private static ConditionFault noValue(Token token) {
    return new ConditionFault(
        "a value or a claim expected, found \"%s\"".formatted(token.text()), token.position());
  }
}
