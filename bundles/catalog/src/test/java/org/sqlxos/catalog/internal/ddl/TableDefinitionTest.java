package org.sqlxos.catalog.internal.ddl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.catalog.api.Check;

class TableDefinitionTest {

  private static List<Check> checks(String ddl) {
    return new TableDefinition("t", ddl).checks();
  }

  @Test
  void readsChecksOfColumnsAndOfTheTable() {
    assertEquals(
        List.of(new Check("t_check_1", "a > 0"), new Check("positive", "b>0 AND (a < b)")),
        checks(
            "CREATE TABLE t(a INT CHECK (a > 0), b INT, CONSTRAINT positive CHECK(b>0 AND (a <"
                + " b)))"));
  }

  @Test
  void isNotFooledByQuotesAndComments() {
    assertEquals(
        List.of(
            new Check("it's)", "\"check (\" <> ')' AND [a)b] <> `(`"), new Check("t_check_2", "x")),
        checks(
            """
            create temp table "CHECK (1)" ( -- CHECK (2)
              "check (" TEXT DEFAULT 'CHECK (3)', /* , CHECK (4) ( */
              [a)b] DECIMAL(10, 2) DEFAULT (abs('CHECK (5)')),
              `(` INT AS (length("check (") ) STORED
                CONSTRAINT "it's)" /* here */ CHECK -- or there )
                (
                  "check (" <> ')'
                  AND -- because )
                  [a)b] <> `(`
                ),
              CHECK (x))\
            """));
  }

  @Test
  void keepsLiteralsAsTheyAre() {
    assertEquals(
        List.of(new Check("t_check_1", "a IN ('x  --y', x'00ff', '/* '' */')")),
        checks("CREATE TABLE t(a CHECK ( a   IN\n('x  --y',x'00ff', '/* '' */') ))").stream()
            .map(check -> new Check(check.name(), check.expression().replace(",x'", ", x'")))
            .toList());
  }

  @Test
  void givesEveryCheckANameOfItsOwn() {
    assertEquals(
        List.of("t_check_2", "t_check_2_2", "A", "a_2"),
        checks(
                "CREATE TABLE t(a CONSTRAINT t_check_2 CHECK (1), CHECK (2), CONSTRAINT A CHECK"
                    + " (3), CONSTRAINT a CHECK (4))")
            .stream()
            .map(Check::name)
            .toList());
  }

  @Test
  void endsWithTheSourceWhateverIsNotClosed() {
    for (String ddl :
        List.of(
            "",
            "CREATE TABLE t(a CHECK (",
            "CREATE TABLE t(a CHECK (a > 'x",
            "CREATE TABLE t(a CHECK (a > [x",
            "CREATE TABLE t(a CHECK (a > /* x",
            "CREATE TABLE t(a CHECK (a > -- x",
            "CREATE TABLE t(a CHECK",
            "CREATE TABLE t)))CHECK (a)",
            "CREATE TABLE t(a INT) CHECK (a)")) {
      assertTrue(checks(ddl).size() <= 1, ddl);
    }
  }

  @Test
  void readsNothingFromVirtualTablesAndViews() {
    assertEquals(List.of(), checks("CREATE VIRTUAL TABLE t USING rtree(a, CHECK (b))"));
    assertEquals(List.of(), checks("CREATE VIEW t AS SELECT (1) AS \"table\""));
  }

  @Test
  void noticesCollations() {
    assertTrue(new TableDefinition("t", "CREATE TABLE t(a TEXT COLLATE nocase)").collated());
    assertFalse(new TableDefinition("t", "CREATE TABLE t(a TEXT COLLATE binary)").collated());
    assertFalse(
        new TableDefinition("t", "CREATE TABLE t(a TEXT DEFAULT 'COLLATE NOCASE')").collated());
  }

  @Test
  void takesOnlyPlainListsOfTextForLabels() {
    assertEquals(
        List.of("a", "b'c", ""),
        List.copyOf(LabelList.read("((\"s t\" in ('a','b''c','')))").orElseThrow().labels()));
    assertEquals("s t", LabelList.read("[s t] IN ('a')").orElseThrow().column());
    for (String other :
        List.of(
            "s IN ()",
            "s IN ('a', NULL)",
            "s IN ('a') OR s IS NULL",
            "s NOT IN ('a')",
            "s IN ('a' || 'b')",
            "s IN ('a' 'b')",
            "s IN (\"a\")",
            "s IN (x'41')",
            "lower(s) IN ('a')",
            "(s) IN ('a')",
            "'s' IN ('a')",
            "(s IN ('a')) OR (s IN ('b'))",
            "s IN ('a',)",
            "s IN ('a'",
            "s IN (1, 2)")) {
      assertTrue(LabelList.read(other).isEmpty(), other);
    }
  }
}
