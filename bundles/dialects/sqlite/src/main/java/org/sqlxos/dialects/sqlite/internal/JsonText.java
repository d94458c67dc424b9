package org.sqlxos.dialects.sqlite.internal;

import static java.util.Map.entry;

import java.util.Map;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.JsonSyntax.Backslashes;
import org.sqlxos.dialect.api.JsonSyntax.Pieces;
import org.sqlxos.dialect.api.JsonSyntax.Rows;

/**
 * Rows as JSON text. A column holds values of any type here, whatever it is declared, so each value
 * is looked at: one that is not what its column promises is written as what it is.
 */
final class JsonText {

  private static final String LETTERS =
      "'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'";

  /** The number that the hexadecimal digits {@code $at} of the three bytes in {@code h} make. */
  private static final String DIGIT = "(instr('0123456789ABCDEF', substr(h, $at, 1)) - 1)";

  /** The six bits of {@code h} that end in its {@code at}-th hexadecimal digit and a half. */
  private static String letter(String bits) {
    return "substr(" + LETTERS + ", 1 + " + bits + ", 1)";
  }

  private static String digit(int at) {
    return DIGIT.replace("$at", Integer.toString(at));
  }

  // There is no function for it. Three bytes are six hexadecimal digits are four letters; what is
  // missing of the last three is 0, and its letters are = in the end. By chunks, for each step
  // copies what it takes its three bytes from.
  private static final String BASE64 =
      "(WITH RECURSIVE chunk(n, bytes) AS (SELECT 1, substr($1, 1, 768) UNION ALL"
          + " SELECT n + 768, substr($1, n + 768, 768) FROM chunk"
          + " WHERE n + 768 <= length($1)),"
          + " three(n, bytes, i) AS (SELECT n, bytes, 1 FROM chunk UNION ALL"
          + " SELECT n, bytes, i + 3 FROM three WHERE i + 3 <= length(bytes))"
          + " SELECT substr(group_concat("
          + letter(digit(1) + " * 4 + " + digit(2) + " / 4")
          + " || "
          + letter(digit(2) + " % 4 * 16 + " + digit(3))
          + " || "
          + letter(digit(4) + " * 4 + " + digit(5) + " / 4")
          + " || "
          + letter(digit(5) + " % 4 * 16 + " + digit(6))
          + ", ''), 1, (length($1) * 4 + 2) / 3)"
          + " || substr('==', 1, (3 - length($1) % 3) % 3)"
          + " FROM (SELECT hex(substr(bytes, i, 3)) || '0000' AS h FROM three ORDER BY n, i))";

  // 15 digits where they say it all, as people wrote them; else the 17 that always do.
  private static final String REAL =
      "CASE WHEN abs($1) > 1.7976931348623157e308 THEN iif($1 > 0, '\"Infinity\"', '\"-Infinity\"')"
          + " WHEN CAST(printf('%!.15g', $1) AS REAL) = $1 THEN printf('%!.15g', $1)"
          + " ELSE printf('%!.17g', $1) END";

  /** What the value is by itself. */
  private static final String NATURAL =
      "CASE typeof($1) WHEN 'integer' THEN CAST($1 AS TEXT) WHEN 'text' THEN json_quote($1)"
          + " WHEN 'real' THEN "
          + REAL
          + " WHEN 'blob' THEN '\"' || "
          + BASE64
          + " || '\"' END";

  private static String where(String condition, String text) {
    return "CASE WHEN " + condition + " THEN " + text + " ELSE " + NATURAL + " END";
  }

  /** Year to minutes, as SQL or as ISO 8601 writes it. */
  private static final String MINUTES =
      "$1 GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9][ Tt][0-9][0-9]:[0-9][0-9]";

  /**
   * The frequent forms of a timestamp, in ISO 8601: without seconds; with seconds and maybe a
   * fraction, and maybe Z or an offset of hours and minutes.
   *
   * @param zone what stands behind a text without an offset
   */
  private static String timestamp(String zone) {
    String start = "'\"' || substr($1, 1, 10) || 'T' || ";
    String digits = " NOT GLOB '*[^0-9]*'";
    return "CASE WHEN typeof($1) = 'text' AND "
        + MINUTES
        + "' THEN "
        + start
        + "substr($1, 12, 5) || ':00"
        + zone
        + "\"'"
        + (" WHEN typeof($1) = 'text' AND " + MINUTES + ":[0-9][0-9]*' THEN CASE")
        + (" WHEN length($1) = 19 OR (substr($1, 20, 1) = '.' AND length($1) > 20"
            + " AND substr($1, 21)"
            + digits
            + ") THEN "
            + start
            + "substr($1, 12) || '"
            + zone
            + "\"'")
        + (" WHEN $1 GLOB '*+00:00' THEN "
            + start
            + "rtrim(substr($1, 12, length($1) - 17)) || 'Z\"'")
        + (" WHEN $1 GLOB '*[Zz]' OR $1 GLOB '*[-+][0-9][0-9]:[0-9][0-9]' THEN "
            + start
            + "replace(upper(substr($1, 12)), ' ', '') || '\"'")
        + " ELSE json_quote($1) END ELSE "
        + NATURAL
        + " END";
  }

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          entry("any", NATURAL),
          entry(
              "boolean",
              where("typeof($1) = 'integer' AND $1 IN (0, 1)", "iif($1, 'true', 'false')")),
          entry(
              "decimal",
              where("typeof($1) = 'text' AND $1 NOT GLOB '*[^-.0-9]*' AND json_valid($1)", "$1")),
          entry("timestamp", timestamp("")),
          entry("timestamptz", timestamp("Z")),
          entry("json", where("typeof($1) = 'text' AND json_valid($1)", "$1")),
          entry(
              "array",
              where(
                  "typeof($1) = 'text' AND CASE WHEN json_valid($1) THEN json_type($1) = 'array'"
                      + " END",
                  "$1")));

  static final JsonSyntax SYNTAX =
      new JsonSyntax(
          VALUES,
          "coalesce($1, 'null')",
          new Pieces("(", " || ", ")"),
          Backslashes.PLAIN,
          new Rows.Selected("'[' || coalesce(group_concat($1, ','), '') || ']'"));

  private JsonText() {}
}
