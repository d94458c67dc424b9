package org.sqlxos.dialects.mysql.internal;

import static java.util.Map.entry;

import java.util.Map;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.JsonSyntax.Backslashes;
import org.sqlxos.dialect.api.JsonSyntax.Pieces;
import org.sqlxos.dialect.api.JsonSyntax.Rows;

/**
 * Rows as JSON text, for MySQL 8.0 and MariaDB 10.11 alike. Neither lets a query in FROM refer to
 * the row around it (MySQL before 8.0.14), so pages are cut from the sorted texts: between them
 * stands a character that no JSON text has unescaped.
 */
final class JsonText {

  private static final String BETWEEN = "x'1F'";
  private static final String UNIT = "CONVERT(" + BETWEEN + " USING utf8mb4)";

  private static final String CUT =
      "REPLACE(SUBSTRING_INDEX(SUBSTRING_INDEX(GROUP_CONCAT($1$2 SEPARATOR "
          + BETWEEN
          + "), "
          + UNIT
          + ", LEAST(0, $4 - COUNT(*))), "
          + UNIT
          + ", $3), "
          + UNIT
          + ", ',')";

  private static final String TEXT = "JSON_QUOTE(CONVERT($1 USING utf8mb4))";
  private static final String QUOTED = "CONCAT('\"', $1, '\"')";
  private static final String NUMBER = "CONCAT($1 + 0)";

  /**
   * The fewest of 6, 7, 8 digits that are nearest to no other number of 32 bits; else those of 64.
   */
  private static final String FLOAT32 =
      "CASE WHEN "
          + nearest("CONCAT($1)")
          + " WHEN "
          + nearest(rounded(7))
          + " WHEN "
          + nearest(rounded(8))
          + " ELSE CONCAT($1 + 0e0) END";

  private static String nearest(String digits) {
    return "ABS(" + digits + " - $1) <= ABS($1) * 2.98e-8 THEN CONCAT(" + digits + ")";
  }

  private static String rounded(int digits) {
    return "ROUND($1 + 0e0, " + (digits - 1) + " - FLOOR(LOG10(ABS($1))))";
  }

  private static final String TIME =
      "CONCAT('\"', IF(LOCATE('.', $1) > 0,"
          + " TRIM(TRAILING '.' FROM TRIM(TRAILING '0' FROM $1)), $1), '\"')";

  // Fractions of a second have no trailing zeros elsewhere in an answer.
  private static final String FRACTION =
      "IF(MICROSECOND($1) = 0, '', TRIM(TRAILING '0' FROM DATE_FORMAT($1, '.%f')))";
  private static final String TIMESTAMP =
      "CONCAT('\"', DATE_FORMAT($1, '%Y-%m-%dT%H:%i:%s'), " + FRACTION + ", '";

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          entry("any", TEXT),
          entry("boolean", "CASE WHEN $1 IS NULL THEN NULL WHEN $1 THEN 'true' ELSE 'false' END"),
          entry("integer", NUMBER),
          entry("decimal", NUMBER),
          entry("float", "CONCAT($1)"),
          entry("float32", FLOAT32),
          entry(
              "bytes",
              "CONCAT('\"', REPLACE(TO_BASE64($1), CONVERT(x'0A' USING utf8mb4), ''), '\"')"),
          entry("date", QUOTED),
          entry("time", TIME),
          entry("timestamp", TIMESTAMP + "\"')"),
          entry("timestamptz", TIMESTAMP + "Z\"')"),
          entry("uuid", QUOTED),
          entry("json", "CONVERT($1 USING utf8mb4)"),
          entry("array", TEXT));

  static final JsonSyntax SYNTAX =
      new JsonSyntax(
          VALUES,
          "IFNULL($1, 'null')",
          new Pieces("CONCAT(", ", ", ")"),
          Backslashes.HEXADECIMAL,
          new Rows.Aggregated(array("GROUP_CONCAT($1$2 SEPARATOR ',')"), array(CUT)));

  private JsonText() {}

  private static String array(String texts) {
    return "CONCAT('[', IFNULL(" + texts + ", ''), ']')";
  }
}
