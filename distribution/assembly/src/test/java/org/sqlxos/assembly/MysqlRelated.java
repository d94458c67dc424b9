package org.sqlxos.assembly;

import java.util.Arrays;

/** {@link RelatedSuite} over MySQL and what has its types. */
abstract class MysqlRelated extends ServerRelated {

  @Override
  String[] articles() {
    return Articles.onMysql();
  }

  @Override
  String octets() {
    return "LONGBLOB";
  }

  @Override
  String[] kinds() {
    return new String[] {
      "TINYINT",
      "TINYINT(1)",
      "BIT(1)",
      "BIT(12)",
      "BIGINT",
      "BIGINT UNSIGNED",
      "DECIMAL(12,3)",
      "FLOAT",
      "DOUBLE",
      "CHAR(5)",
      "TEXT",
      "VARCHAR(20) CHARACTER SET latin1",
      "VARBINARY(200)",
      "DATE",
      "TIME(2)",
      "DATETIME(6)",
      "TIMESTAMP(3) NULL",
      "YEAR",
      "ENUM('a','b\"c')",
      "SET('x','y')",
      "JSON"
    };
  }

  @Override
  String[][] values() {
    String[] none = new String[kinds().length];
    Arrays.fill(none, "NULL");
    return new String[][] {
      none,
      {
        "-128",
        "TRUE",
        "b'1'",
        "b'101010101010'",
        "9223372036854775807",
        "18446744073709551615",
        "1.500",
        "0.1",
        "0.30000000000000004",
        "'ab'",
        "CONCAT('q\"', CHAR(92), CHAR(10), CHAR(1), ' 日本 😀')",
        "'é'",
        "UNHEX(REPEAT('00ff10', 30))",
        "'2024-02-29'",
        "'10:20:30.5'",
        "'2024-02-29 10:20:30.120'",
        "'2024-02-29 10:20:30.5'",
        "2024",
        "'b\"c'",
        "'x,y'",
        "'{\"b\":  1, \"a\":[1.50, null]}'"
      },
      {
        "0",
        "FALSE",
        "b'0'",
        "b'0'",
        "0",
        "0",
        "0",
        "16777216",
        "1e300",
        "''",
        "''",
        "''",
        "''",
        "'0001-01-01'",
        "'-838:59:59'",
        "'0001-01-01'",
        "'2000-01-01'",
        "1901",
        "'a'",
        "''",
        "'[]'"
      }
    };
  }
}
