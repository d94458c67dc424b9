package org.sqlxos.wirevm.internal.pool;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementShapeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "SELECT a FROM shop.orders WHERE id = 4711 | SELECT FROM shop.orders #",
        "select \"id\" from \"shop\".\"orders\" t0 | SELECT FROM \"shop\".\"orders\" #",
        "INSERT INTO `shop`.`orders` VALUES (?) | INSERT INTO `shop`.`orders` #",
        "UPDATE t SET a = $1 | UPDATE t #",
        "DELETE FROM t | DELETE FROM t #",
        "BEGIN | BEGIN #"
      })
  void namesTheVerbAndTheRelation(String text, String shape) {
    assertTrue(StatementShape.of(text).startsWith(shape), StatementShape.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 'x FROM secret' FROM t",
        "SELECT 'it\\' FROM secret ' FROM t",
        "SELECT \"x FROM secret\" FROM t",
        "SELECT $$ FROM secret $$",
        "SELECT $a$ FROM secret $a$",
        "SELECT trim(both 'x' FROM \"secret\") FROM t",
        "SELECT * FROM t WHERE a = 'secret'",
        "SELECT * FROM t WHERE a = \"secret\"",
        "SELECT q'[ FROM secret ]'",
        "SELECT 'a''b FROM secret' , 'FROM secret",
        "INSERT INTO t VALUES ('secret', \"secret\")"
      })
  void tellsNoValue(String text) {
    String shape = StatementShape.of(text);
    assertFalse(shape.contains("secret"), shape);
  }

  @Property
  void tellsNothingOfAQuotedText(
      @ForAll @AlphaChars @StringLength(min = 8, max = 20) String value) {
    assertFalse(StatementShape.of("SELECT 1, '" + value + "' FROM t").contains(value));
    assertFalse(StatementShape.of("UPDATE t SET a = \"" + value + "\"").contains(value));
  }

  @Property
  void takesAnything(@ForAll String text) {
    assertTrue(StatementShape.of(text).length() < 5000);
  }
}
