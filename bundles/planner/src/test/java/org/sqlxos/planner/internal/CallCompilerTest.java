package org.sqlxos.planner.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Database;
import org.sqlxos.catalog.api.RelationName;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Routine.Answer;
import org.sqlxos.catalog.api.Routine.Argument;
import org.sqlxos.catalog.api.Routine.Direction;
import org.sqlxos.catalog.api.Routine.Kind;
import org.sqlxos.catalog.api.Routine.Shape;
import org.sqlxos.dialect.api.CallSyntax;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.operation.api.Call;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.TargetStatement;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.type.api.UniversalType;

class CallCompilerTest {

  private static final Syntax PLAIN =
      new Syntax(
          '"',
          Placeholders.DOLLAR_NUMBER,
          true,
          "",
          true,
          "$1 LIKE $2",
          "$1",
          "LIMIT $1 OFFSET $2");
  private static final Syntax NAMED =
      PLAIN.withCalls(new CallSyntax("$1 => CAST($2 AS $3)", "FROM $1 AS $2($3)"));
  private static final Syntax ORDERED = PLAIN.withCalls(new CallSyntax("$2", ""));

  private static final UniversalType NUMBER = new UniversalType.IntegerType(32);
  private static final CatalogSnapshot CATALOG =
      new CatalogSnapshot(
          new Database("d", "p", "1", "s", List.of()), "f", Instant.EPOCH, List.of());

  private static Argument argument(String name, Direction direction) {
    return new Argument(name, direction, NUMBER, "integer", false);
  }

  private static Column column(String name) {
    return new Column(
        name, NUMBER, "integer", true, Column.Origin.STORED, Optional.empty(), Optional.empty());
  }

  private static Routine routine(Kind kind, Answer answer, Argument... arguments) {
    return new Routine(
        new RelationName("s", "f\"x"), kind, List.of(arguments), answer, true, Optional.empty());
  }

  private static TargetStatement compiled(Syntax syntax, Call call) {
    return CallCompiler.compile(syntax, CATALOG, call);
  }

  @Test
  void aValueIsReadFromTheFunctionWithArgumentsByTheirNames() {
    Routine twice =
        routine(
            Kind.FUNCTION,
            new Answer(Shape.VALUE, List.of(column("f\"x"))),
            argument("n", Direction.IN),
            argument("absent", Direction.IN));
    TargetStatement target = compiled(NAMED, new Call(twice, Map.of("n", 7L), Optional.empty()));
    assertEquals(
        "SELECT \"f\"\"x\".\"f\"\"x\" FROM \"s\".\"f\"\"x\"(\"n\" => CAST($1 AS integer))"
            + " AS \"f\"\"x\"(\"f\"\"x\")",
        target.text());
    assertEquals(List.of(7L), target.parameters());
    assertTrue(target.writes());
  }

  @Test
  void rowsAreThoseOfARelation() {
    Routine rows =
        routine(
            Kind.FUNCTION,
            new Answer(Shape.ROWS, List.of(column("a"), column("b"))),
            argument("n", Direction.IN));
    Query wanted =
        Query.of(rows.name(), Selected.fields(List.of("b")))
            .withFilter(new Filter.Compare("a", Filter.Comparison.GREATER, 3L))
            .withPage(new Page(10, 20));
    TargetStatement target = compiled(NAMED, new Call(rows, Map.of("n", 1L), Optional.of(wanted)));
    assertEquals(
        "SELECT \"f\"\"x\".\"b\" FROM \"s\".\"f\"\"x\"(\"n\" => CAST($1 AS integer))"
            + " AS \"f\"\"x\"(\"a\", \"b\") WHERE \"f\"\"x\".\"a\" > $2 LIMIT 10 OFFSET $3",
        target.text());
    assertEquals(List.of(1L, 3L, 20L), target.parameters());
  }

  @Test
  void aProcedureHasAPlaceForWhatItHandsOut() {
    Routine procedure =
        routine(
            Kind.PROCEDURE,
            new Answer(Shape.ROW, List.of(column("out"))),
            argument("in", Direction.IN),
            argument("out", Direction.OUT));
    assertEquals(
        "CALL \"s\".\"f\"\"x\"(\"in\" => CAST($1 AS integer), \"out\" => CAST(NULL AS integer))",
        compiled(NAMED, new Call(procedure, Map.of("in", 1L), Optional.empty())).text());
  }

  @Test
  void whereNamesDoNotCountAllArgumentsStandInTheirOrder() {
    Routine value =
        routine(
            Kind.FUNCTION,
            new Answer(Shape.VALUE, List.of(column("v"))),
            argument("a", Direction.IN),
            argument("b", Direction.IN));
    TargetStatement target =
        compiled(ORDERED, new Call(value, Map.of("b", 2L, "a", 1L), Optional.empty()));
    assertEquals("SELECT \"s\".\"f\"\"x\"($1, $2) \"v\"", target.text());
    assertEquals(List.of(1L, 2L), target.parameters());
    assertThrows(
        ProblemException.class,
        () -> compiled(ORDERED, new Call(value, Map.of("a", 1L), Optional.empty())));
  }

  @Test
  void aDialectWithoutCallsSaysSo() {
    Routine value = routine(Kind.FUNCTION, new Answer(Shape.VALUE, List.of(column("v"))));
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> compiled(PLAIN, new Call(value, Map.of(), Optional.empty())));
    assertEquals("SQLX501", refused.problem().code().code());
  }
}
