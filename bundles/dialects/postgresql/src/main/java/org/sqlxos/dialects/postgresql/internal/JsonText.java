package org.sqlxos.dialects.postgresql.internal;

import static java.util.Map.entry;

import java.util.Map;
import org.sqlxos.dialect.api.JsonSyntax;
import org.sqlxos.dialect.api.JsonSyntax.Backslashes;
import org.sqlxos.dialect.api.JsonSyntax.Pieces;
import org.sqlxos.dialect.api.JsonSyntax.Rows;

/**
 * Rows as JSON text. {@code to_json} writes NaN and the infinities as texts, and times in ISO 8601
 * with a T, whatever DateStyle is.
 */
final class JsonText {

  // encode() breaks its lines.
  private static final String BASE64 = "translate(encode($1, 'base64'), chr(10), '')";

  // The moment's own text in UTC has no offset; the infinities have none either.
  private static final String MOMENT =
      "CASE WHEN isfinite($1) THEN to_json(to_json($1 AT TIME ZONE 'UTC') #>> '{}' || 'Z')"
          + " ELSE to_json($1) END::text";

  /** In ISO 8601, whatever IntervalStyle is. */
  private static final String INTERVAL =
      "CASE WHEN isfinite($1) THEN coalesce(nullif(concat('P', "
          + part("year", "Y")
          + ", "
          + part("month", "M")
          + ", "
          + part("day", "D")
          + ", CASE WHEN extract(hour FROM $1) <> 0 OR extract(minute FROM $1) <> 0"
          + " OR extract(second FROM $1) <> 0 THEN 'T' END, "
          + part("hour", "H")
          + ", "
          + part("minute", "M")
          + ", "
          + part("second", "S")
          + "), 'P'), 'PT0S') ELSE CAST($1 AS text) END";

  private static String part(String field, String letter) {
    String value = "extract(" + field + " FROM $1)";
    return "CASE WHEN " + value + " <> 0 THEN trim_scale(" + value + ") || '" + letter + "' END";
  }

  // A cast to text would take the blanks off a character(n); and a composite of NULLs "IS NULL".
  private static final String TEXT =
      "CASE WHEN num_nulls($1) = 0 THEN to_json(concat($1))::text END";

  private static final String QUOTED = "'\"' || CAST($1 AS text) || '\"'";

  private static final Map<String, String> VALUES =
      Map.ofEntries(
          entry("integer", "CAST($1 AS text)"),
          entry("boolean", "CAST($1 AS text)"),
          entry("decimal", "to_json($1)::text"),
          entry("float", "to_json($1)::text"),
          entry("float32", "to_json($1)::text"),
          entry("date", QUOTED),
          entry("time", QUOTED),
          entry("uuid", QUOTED),
          entry("timestamp", "to_json($1)::text"),
          entry("timestamptz", MOMENT),
          entry("json", "CAST($1 AS text)"),
          entry("interval", "'\"' || " + INTERVAL + " || '\"'"),
          entry("array(interval)", each(INTERVAL)),
          entry("bytes", "'\"' || " + BASE64 + " || '\"'"),
          entry("array", "to_json($1)::text"),
          entry("array(bytes)", each(BASE64)),
          entry("array(timestamptz)", each("CAST(" + MOMENT + " AS json)")),
          entry("any", TEXT));

  static final JsonSyntax SYNTAX =
      new JsonSyntax(
          VALUES,
          "coalesce($1, 'null')",
          new Pieces("(", " || ", ")"),
          Backslashes.ESCAPED,
          new Rows.Selected("'[' || coalesce(string_agg($1, ','), '') || ']'"));

  private JsonText() {}

  /** An array of one dimension, its elements written by a template of their own. */
  private static String each(String template) {
    return "(SELECT coalesce(json_agg("
        + template.replace("$1", "element")
        + " ORDER BY place), '[]')::text FROM unnest($1) WITH ORDINALITY AS part(element, place)"
        + " WHERE $1 IS NOT NULL HAVING $1 IS NOT NULL)";
  }
}
