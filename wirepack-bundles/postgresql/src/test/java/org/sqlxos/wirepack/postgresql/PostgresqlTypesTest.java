package org.sqlxos.wirepack.postgresql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlTypesTest {

  private static final PackFile PACK = PackFile.read();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "smallint|integer(16)",
        "integer|integer(32)",
        "bigint|integer(64)",
        "oid|integer(64)",
        "numeric|decimal",
        "numeric(10,2)|decimal(10,2)",
        "numeric(5,0)|decimal(5,0)",
        "numeric(3,5)|decimal",
        "numeric(2,-3)|decimal",
        "real|float(32)",
        "double precision|float(64)",
        "text|text",
        "character varying|text",
        "character varying(40)|text(40)",
        "character(3)|text(3)",
        "bpchar|text",
        "\"char\"|text",
        "name|text",
        "bytea|bytes",
        "boolean|boolean",
        "date|date",
        "time without time zone|time(6)",
        "time(3) without time zone|time(3)",
        "time with time zone|text",
        "time(3) with time zone|text",
        "timestamp without time zone|timestamp(6)",
        "timestamp(0) without time zone|timestamp(0)",
        "timestamp with time zone|timestamptz(6)",
        "timestamp(3) with time zone|timestamptz(3)",
        "interval|interval",
        "interval(3)|interval",
        "interval day to second(2)|interval",
        "uuid|uuid",
        "json|json",
        "jsonb|json",
        "xml|text",
        "inet|text",
        "bit(3)|text",
        "bit varying|text",
        "int4range|text",
        "money|text",
        "tsvector|text",
        "point|text",
        "public.integer|text",
        "sales.pair|text",
        "enum('a','o''k',' b[]')|enum('a','o''k',' b[]')",
        "enum('a','b')[]|array(enum('a','b'))",
        "integer[]|array(integer(32))",
        "integer[][]|array(array(integer(32)))",
        "integer[][][]|any",
        "text[]|array(text)",
        "numeric(10,2)[]|array(decimal(10,2))",
        "numeric[]|array(decimal)",
        "numeric(3,5)[]|array(decimal)",
        "character varying(3)[]|array(text(3))",
        "timestamp(3) with time zone[]|array(timestamptz(3))",
        "interval[]|array(interval)",
        "jsonb[]|array(json)",
        "bytea[]|array(bytes)",
        "boolean[]|array(boolean)",
        "inet[]|array(text)",
        "int4range[][]|array(array(text))",
      })
  void eachNativeTypeHasItsUniversalOne(String nativeType, String universal) {
    assertEquals(universal, PACK.universal(nativeType));
  }
}
