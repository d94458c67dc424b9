package org.sqlxos.wirepack.sqlite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.regex.Matcher;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.wirepack.api.TypeRule;

class SqliteTypesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "INTEGER|integer(64)",
        "int|integer(64)",
        "INT(11)|integer(64)",
        "BIGINT|integer(64)",
        "UNSIGNED BIG INT|integer(64)",
        "INT8|integer(64)",
        "INT UNSIGNED|integer(64)",
        "MEDIUMINT|integer(32)",
        "INT4|integer(32)",
        "SMALLINT|integer(16)",
        "INT2|integer(16)",
        "TINYINT|integer(16)",
        "TINYINT(1)|boolean",
        "INT1|integer(8)",
        "FLOATING POINT|integer(64)",
        "BOOLEAN|boolean",
        "bool|boolean",
        "BIT|boolean",
        "REAL|float(64)",
        "DOUBLE|float(64)",
        "DOUBLE PRECISION|float(64)",
        "FLOAT(8)|float(64)",
        "NUMERIC|decimal",
        "DECIMAL(10,2)|decimal(10,2)",
        "NUMERIC( 10 , 2 )|decimal(10,2)",
        "DECIMAL(7)|decimal(7,0)",
        "MONEY|decimal",
        "TEXT|text",
        "CLOB|text",
        "VARCHAR(255)|text(255)",
        "VARCHAR|text",
        "NVARCHAR(100)|text(100)",
        "CHARACTER VARYING(20)|text(20)",
        "VARYING CHARACTER (255)|text(255)",
        "NATIVE CHARACTER(70)|text(70)",
        "CHAR(1)|text(1)",
        "VARCHAR(0)|text",
        "LONGTEXT|text",
        "VARCHAR2(10 CHAR)|text(10)",
        "text collate nocase|text",
        "BLOB|bytes",
        "BINARY(16)|bytes(16)",
        "VARBINARY|bytes",
        "LONGBLOB|bytes",
        "BLOB(9)|bytes(9)",
        "DATE|date",
        "TIME|time(6)",
        "TIME(3)|time(3)",
        "DATETIME|timestamp(6)",
        "TIMESTAMP|timestamp(6)",
        "TIMESTAMP(0)|timestamp(0)",
        "TIMESTAMPTZ|timestamptz(6)",
        "TIMESTAMP WITH TIME ZONE|timestamptz(6)",
        "TIMESTAMP(3) WITH TIME ZONE|timestamptz(3)",
        "INTERVAL|interval",
        "INTERVAL DAY TO SECOND|interval",
        "UUID|uuid",
        "GUID|uuid",
        "JSON|json",
        "JSONB|json",
        "TEXT ARRAY|array(text)",
        "INTEGER ARRAY|array(integer(64))",
        "BOOLEAN ARRAY|array(boolean)",
        "DECIMAL(10,2) ARRAY|array(decimal(10,2))",
        "UUID ARRAY|array(uuid)",
        "''|any",
        "ANY|any",
        "STRING|any",
        "POINT|integer(64)",
        "GEOMETRY|any",
      })
  void mapsTypeNamesAsTheyAreSeenInTheWild(String nativeType, String universal) {
    assertEquals(universal, map(nativeType).notation());
  }

  private static UniversalType map(String nativeType) {
    for (TypeRule rule : Sqlite.PACK.description().types()) {
      Matcher matcher = rule.nativeType().matcher(nativeType);
      if (matcher.matches()) {
        StringBuilder notation = new StringBuilder();
        matcher.appendReplacement(notation, rule.universal().replace("'", "\\'"));
        return UniversalType.parse(notation.toString());
      }
    }
    throw new AssertionError("no rule for " + nativeType);
  }
}
