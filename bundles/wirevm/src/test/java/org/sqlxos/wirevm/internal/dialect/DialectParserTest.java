package org.sqlxos.wirevm.internal.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirevm.internal.document.PackFault;
import org.sqlxos.wirevm.internal.document.PackFaults;

class DialectParserTest {

  private static final String WHOLE =
      """
      {"format": 1, "name": "whole",
       "syntax": {"identifierQuote": "`", "placeholders": "question-mark",
         "returned": {"form": "output", "by": ["insert", "delete"]},
         "defaultValues": "DEFAULT VALUES", "defaultKeyword": true,
         "caseSensitiveLike": "$1 LIKE $2", "caseInsensitiveLike": "$1 ILIKE $2",
         "limitOffset": "OFFSET $2 ROWS FETCH NEXT $1 ROWS ONLY",
         "readBack": {"generatedKey": "LAST_KEY()", "lockRows": "FOR UPDATE"},
         "lacks": ["several-rows"], "names": "folded-upper"},
       "functions": {"count": "COUNT($1)", "ln": "LN($1)"},
       "types": [
         {"of": "boolean", "column": "BOOLEAN"},
         {"of": "integer", "atMost": 16, "column": "SMALLINT"}, {"of": "integer", "column": "BIGINT"},
         {"of": "decimal", "atMost": 38, "scaleAtMost": 10, "column": "DECIMAL($1,$2)"},
         {"of": "decimal", "column": "TEXT"},
         {"of": "float", "column": "DOUBLE"},
         {"of": "text", "atMost": 100, "column": "VARCHAR($1)"}, {"of": "text", "column": "TEXT"},
         {"of": "bytes", "column": "BLOB"}, {"of": "date", "column": "DATE"},
         {"of": "time", "column": "TIME($1)"}, {"of": "timestamp", "column": "TIMESTAMP($1)"},
         {"of": "timestamptz", "column": "TIMESTAMPTZ"}, {"of": "interval", "column": "TEXT"},
         {"of": "uuid", "column": "UUID"}, {"of": "json", "column": "JSON"},
         {"of": "array", "element": {"of": "array"}, "column": "JSON"},
         {"of": "array", "column": "$1[]"},
         {"of": "enum", "atMost": 3, "labels": "[^x]*", "column": "ENUM($1)"},
         {"of": "enum", "column": "TEXT"}, {"of": "any", "column": "TEXT"}]}
      """;

  private static Dialect parse(String text, Optional<Dialect> base) throws PackFaults, IOException {
    return DialectParser.parse(
        DialectDocument.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
        base);
  }

  private static List<String> faults(String text) {
    return assertThrows(PackFaults.class, () -> parse(text, Optional.empty())).faults().stream()
        .map(PackFault::toString)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "integer(8)|SMALLINT",
        "integer(32)|BIGINT",
        "decimal(38,10)|DECIMAL(38,10)",
        "decimal(38,11)|TEXT",
        "decimal(39,1)|TEXT",
        "decimal|TEXT",
        "text(100)|VARCHAR(100)",
        "text(101)|TEXT",
        "text|TEXT",
        "time(3)|TIME(3)",
        "timestamptz(3)|TIMESTAMPTZ",
        "array(text(5))|VARCHAR(5)[]",
        "array(array(text))|JSON",
        "enum('a','b''c')|ENUM('a','b''c')",
        "enum('a','x')|TEXT",
        "enum('a','b','c','d')|TEXT",
        "never|TEXT",
      })
  void theFirstRowThatFitsNamesTheColumnType(String type, String column) throws Exception {
    assertEquals(column, parse(WHOLE, Optional.empty()).columnType(UniversalType.parse(type)));
  }

  @Test
  void theSyntaxIsAsWritten() throws Exception {
    Syntax syntax = parse(WHOLE, Optional.empty()).syntax();
    assertEquals('`', syntax.identifierQuote());
    assertEquals(
        new Syntax.Returned(
            Syntax.ReturnedForm.OUTPUT, Set.of(Syntax.Write.INSERT, Syntax.Write.DELETE)),
        syntax.returned());
    assertEquals(
        new Syntax.Forms(
            "",
            "",
            Syntax.Names.FOLDED_UPPER,
            Syntax.Wording.STANDARD,
            Set.of(Syntax.Lack.SEVERAL_ROWS)),
        syntax.forms());
    assertEquals("LAST_KEY()", syntax.readBack().orElseThrow().generatedKey());
  }

  @Test
  void aDifferenceKeepsWhatItDoesNotName() throws Exception {
    Dialect base = parse(WHOLE, Optional.empty());
    Dialect dialect =
        parse(
            """
            {"format": 1, "name": "less", "extends": "whole",
             "syntax": {"limitOffset": "LIMIT $1 OFFSET $2", "lacks": ["subqueries", "or"]},
             "functions": {"ln": null, "log2": "LOG2($1)"},
             "types": [{"of": "uuid", "column": "CHAR(36)"}]}
            """,
            Optional.of(base));
    assertEquals("LIMIT $1 OFFSET $2", dialect.syntax().limitOffset());
    assertEquals('`', dialect.syntax().identifierQuote());
    assertEquals(Set.of(Syntax.Lack.SUBQUERIES, Syntax.Lack.OR), dialect.syntax().forms().lacks());
    assertEquals(Set.of("count", "log2"), dialect.functions().keySet());
    assertEquals("CHAR(36)", dialect.columnType(UniversalType.parse("uuid")));
    assertEquals("CHAR(36)[]", dialect.columnType(UniversalType.parse("array(uuid)")));
    assertEquals("DATE", dialect.columnType(UniversalType.parse("date")));
  }

  @Test
  void everyFaultIsToldWithItsPlace() {
    List<String> faults =
        faults(
            WHOLE
                .replace("\"`\"", "\"``\"")
                .replace("\"$1 LIKE $2\"", "\"$1 LIKE ?\"")
                .replace("{\"of\": \"uuid\", \"column\": \"UUID\"},", "")
                .replace("\"DOUBLE\"", "\"DOUBLE\", \"size\": 3")
                .replace("\"BOOLEAN\"", "\"BOOLEAN($1)\"")
                .replace("\"several-rows\"", "\"many-rows\"")
                .replace("\"count\"", "\"COUNT\""));
    assertEquals(7, faults.size(), faults::toString);
    assertTrue(faults.contains("$.syntax.identifierQuote: one character expected"));
    assertTrue(faults.contains("$.types: a row without conditions expected for uuid"));
    assertTrue(faults.contains("$.types[0].column: there is no $1 of this family"));
  }

  @Test
  void whatReturnsEveryRowReadsNoneBack() {
    List<String> faults =
        faults(
            WHOLE.replace(
                "\"by\": [\"insert\", \"delete\"]",
                "\"by\": [\"insert\", \"update\", \"delete\"]"));
    assertEquals(
        List.of("$.syntax.readBack: nothing expected: every write returns its rows"), faults);
  }
}
