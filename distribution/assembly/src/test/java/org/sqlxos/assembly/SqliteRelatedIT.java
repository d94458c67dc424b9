package org.sqlxos.assembly;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;

class SqliteRelatedIT extends RelatedSuite {

  @BeforeAll
  void start() throws IOException, SQLException {
    fill();
  }

  @Override
  Product serve(String... statements) throws IOException, SQLException {
    return Product.serving(String.join(";\n", statements));
  }

  @Override
  String ofTheirTypes() {
    return "&id=in.(0,1)";
  }

  @Override
  String[] articles() {
    return Articles.onSqlite();
  }

  @Override
  String octets() {
    return "BLOB";
  }

  @Override
  String[] kinds() {
    return new String[] {
      "INTEGER",
      "REAL",
      "DECIMAL(12,3)",
      "BOOLEAN",
      "TEXT",
      "BLOB",
      "DATE",
      "TIME",
      "TIMESTAMP",
      "TIMESTAMPTZ",
      "UUID",
      "JSON",
      "INTEGER ARRAY",
      "",
      "BOOLEAN",
      "TIMESTAMP",
      "TIMESTAMPTZ",
      "TIMESTAMPTZ"
    };
  }

  @Override
  String[][] values() {
    String[] none = new String[kinds().length];
    Arrays.fill(none, "NULL");
    return new String[][] {
      none,
      {
        "9223372036854775807",
        "0.30000000000000004",
        "1.5",
        "1",
        "'q\"' || char(92, 10, 1) || ' 日本 😀'",
        "x'00ff10203040506070'",
        "'2024-02-29'",
        "'10:20:30.5'",
        "'2024-02-29 10:20:30.120'",
        "'2024-02-29 10:20:30'",
        "'0f0e0d0c-0b0a-0908-0706-050403020100'",
        "'{\"b\":  1, \"a\":[null]}'",
        "'[1,null]'",
        "x'00'",
        "7",
        "'2024-02-29 10:20'",
        "'2024-02-29 10:20:30.5+00:00'",
        "'2024-02-29T10:20:30+02:00'"
      },
      {
        "'text'", "9e999", "'12345678901234567890.5'", "'maybe'", "''", "x''", "20240229", "1.5",
        "'yesterday'", "0", "'no'", "'{'", "'{}'", "1.0", "0", "'2024-02-29 10:20:30.x'",
        "'2024-02-29 10:20:30Z'", "'2024-02-29 10:20:30 -03:30'"
      },
      {
        "-1",
        "1e300",
        "'012'",
        "0",
        "12",
        "x'0001'",
        "''",
        "''",
        "''",
        "''",
        "''",
        "'null'",
        "'1'",
        "'x'",
        "NULL",
        "'2024-02-29 10:20:30.'",
        "'infinity'",
        "x'000102'"
      }
    };
  }
}
