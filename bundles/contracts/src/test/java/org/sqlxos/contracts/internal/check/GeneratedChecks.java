package org.sqlxos.contracts.internal.check;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Rows and conditions over their columns {@code i f d t b m x}, the odd ones more often. */
final class GeneratedChecks {

  private GeneratedChecks() {}

  static Arbitrary<List<Optional<Object>>> rows() {
    Arbitrary<Object> integers = Arbitraries.longs().between(-3, 12).map(n -> n);
    Arbitrary<Object> anyLong = Arbitraries.longs().map(n -> n);
    return Combinators.combine(
            optional(Arbitraries.oneOf(integers, anyLong)),
            optional(Arbitraries.of(-1.5, 0.0, -0.0, 0.1, 0.5, 3.0, 1e300).map(n -> n)),
            optional(Arbitraries.of("0", "0.1", "1.250", "-7", "3", "12").map(BigDecimal::new)),
            optional(
                Arbitraries.of(
                        "",
                        "a",
                        "A",
                        "ab",
                        " a ",
                        "b",
                        "\u00e4",
                        "\uD83D\uDE00",
                        "\uFFFD",
                        "10",
                        "a%")
                    .map(t -> t)),
            optional(Arbitraries.of(true, false).map(b -> b)),
            optional(
                Arbitraries.of("2024-01-01", "1999-12-31", "0001-01-01").map(LocalDate::parse)),
            optional(Arbitraries.of(1L, "1").map(v -> v)))
        .as(List::of);
  }

  private static Arbitrary<Optional<Object>> optional(Arbitrary<?> values) {
    return values.<Object>map(value -> value).optional(0.8);
  }

  /** Conditions nested up to a depth. */
  static Arbitrary<String> conditions(int depth) {
    Arbitrary<String> operator = Arbitraries.of("=", "<>", "!=", "<", "<=", ">", ">=");
    Arbitrary<String> comparison =
        Combinators.combine(operands(2), operator, operands(2))
            .as((a, o, b) -> a + " " + o + " " + b);
    Arbitrary<String> in =
        Combinators.combine(
                operands(1),
                Arbitraries.of("IN", "NOT IN"),
                operands(0).list().ofMinSize(1).ofMaxSize(3))
            .as((a, o, list) -> a + " " + o + " (" + String.join(", ", list) + ")");
    Arbitrary<String> between =
        Combinators.combine(
                operands(1), Arbitraries.of("BETWEEN", "NOT BETWEEN"), operands(0), operands(0))
            .as((a, o, b, c) -> a + " " + o + " " + b + " AND " + c);
    Arbitrary<String> isNull =
        Combinators.combine(
                operands(1), Arbitraries.of("IS NULL", "IS NOT NULL", "ISNULL", "NOTNULL"))
            .as((a, o) -> a + " " + o);
    Arbitrary<String> like =
        Combinators.combine(
                operands(1),
                Arbitraries.of("LIKE", "NOT LIKE"),
                Arbitraries.of("'%'", "'a%'", "'A_'", "'_'", "'%b%'", "'\u00c4'", "''", "'%_%_'"))
            .as((a, o, p) -> a + " " + o + " " + p);
    Arbitrary<String> simple =
        Arbitraries.oneOf(comparison, comparison, in, between, isNull, like, operands(0));
    if (depth == 0) {
      return simple;
    }
    Arbitrary<String> nested = conditions(depth - 1);
    return Arbitraries.oneOf(
        simple,
        nested.map(c -> "NOT " + c),
        nested.map(c -> "(" + c + ")"),
        Combinators.combine(nested, Arbitraries.of("AND", "OR"), nested)
            .as((a, o, b) -> a + " " + o + " " + b));
  }

  private static Arbitrary<String> operands(int depth) {
    Arbitrary<String> leaf =
        Arbitraries.of(
            "i",
            "f",
            "d",
            "t",
            "b",
            "m",
            "x",
            "I",
            "\"i\"",
            "[t]",
            "`d`",
            "0",
            "1",
            "-1",
            "3",
            "12",
            "0.1",
            "1.25",
            ".5",
            "1e2",
            "9223372036854775807",
            "'a'",
            "'A'",
            "''",
            "'10'",
            "'\u00e4'",
            "'\uFFFD'",
            "'it''s'",
            "'2024-01-01'",
            "'2024'",
            "NULL",
            "TRUE",
            "FALSE");
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<String> nested = operands(depth - 1);
    return Arbitraries.oneOf(
        leaf,
        leaf,
        Combinators.combine(Arbitraries.of("length", "lower", "upper", "trim", "abs"), nested)
            .as((f, a) -> f + "(" + a + ")"),
        Combinators.combine(nested, nested).as((a, b) -> "coalesce(" + a + ", " + b + ")"),
        nested.map(a -> "(" + a + ")"),
        nested.map(a -> "- " + a),
        Combinators.combine(nested, Arbitraries.of("+", "-", "*", "%", "/", "||"), nested)
            .as((a, o, b) -> a + " " + o + " " + b));
  }
}
