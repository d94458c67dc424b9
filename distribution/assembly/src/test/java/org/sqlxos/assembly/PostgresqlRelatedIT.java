package org.sqlxos.assembly;

import java.util.Arrays;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.POSTGRESQL)
class PostgresqlRelatedIT extends ServerRelated {

  @Override
  String[] articles() {
    return Articles.onPostgresql();
  }

  @Override
  String octets() {
    return "BYTEA";
  }

  @Override
  String[] kinds() {
    return new String[] {
      "SMALLINT",
      "BIGINT",
      "NUMERIC",
      "NUMERIC(12,3)",
      "REAL",
      "DOUBLE PRECISION",
      "BOOLEAN",
      "CHAR(5)",
      "TEXT",
      "BYTEA",
      "DATE",
      "TIME",
      "TIMESTAMP",
      "TIMESTAMPTZ",
      "UUID",
      "JSON",
      "JSONB",
      "INTEGER[]",
      "TEXT[]",
      "BYTEA[]",
      "TIMESTAMPTZ[]",
      "INET",
      "INTERVAL",
      "INT4RANGE",
      "NUMERIC[]",
      "DATE[]",
      "BOOLEAN[]",
      "JSONB[]",
      "DOUBLE PRECISION[]"
    };
  }

  @Override
  String[][] values() {
    String[] none = new String[kinds().length];
    Arrays.fill(none, "NULL");
    return new String[][] {
      none,
      {
        "-32768",
        "9223372036854775807",
        "12345678901234567890.123456789",
        "1.500",
        "0.1",
        "0.30000000000000004",
        "TRUE",
        "'ab'",
        "E'q\"\\\\\\n\\t\\u0001 日本 \\U0001F600'",
        "decode(repeat('00ff10', 30), 'hex')",
        "'2024-02-29'",
        "'10:20:30.5'",
        "'2024-02-29 10:20:30.120'",
        "'2024-02-29 10:20:30.5+02'",
        "'0f0e0d0c-0b0a-0908-0706-050403020100'",
        "'{\"b\":  1, \"a\":[null]}'",
        "'{\"b\":  1, \"a\":[1.50]}'",
        "'{1,NULL,3}'",
        "'{a,\"b \\\"c\",NULL}'",
        "ARRAY['\\x00ff'::bytea, NULL]",
        "'{2024-01-01 00:00:00+02}'",
        "'10.0.0.1/8'",
        "'1 year 2 days 03:00:00'",
        "'[1,5)'",
        "'{1.50,NaN}'",
        "'{2024-01-01}'",
        "'{t,f,NULL}'",
        "ARRAY['{\"a\": 1}'::jsonb]",
        "'{0.1,Infinity}'"
      },
      {
        "0",
        "0",
        "'NaN'",
        "0",
        "'Infinity'",
        "1e300",
        "FALSE",
        "''",
        "''",
        "''",
        "'infinity'",
        "'00:00'",
        "'infinity'",
        "'-infinity'",
        "'00000000-0000-0000-0000-000000000000'",
        "'null'",
        "'\"x\"'",
        "'{}'",
        "'{}'",
        "'{}'",
        "'{}'",
        "'::1'",
        "'0'",
        "'empty'",
        "'{}'",
        "'{}'",
        "'{}'",
        "'{}'",
        "'{}'"
      }
    };
  }
}
