package org.sqlxos.dialects.postgresql.internal;

import static java.util.Map.entry;

import java.util.Map;

/**
 * PostgreSQL's functions by their universal names, which are those of standard SQL where it has
 * one.
 */
final class Functions {

  static final Map<String, String> TABLE =
      Map.ofEntries(
          // aggregates
          entry("count", "count($1)"),
          entry("sum", "sum($1)"),
          entry("avg", "avg($1)"),
          entry("min", "min($1)"),
          entry("max", "max($1)"),
          entry("string_agg", "string_agg($1, $2)"),
          entry("json_agg", "json_agg($1)"),
          // conditions
          entry("coalesce", "coalesce($1, $2)"),
          entry("nullif", "nullif($1, $2)"),
          entry("greatest", "greatest($1, $2)"),
          entry("least", "least($1, $2)"),
          // text
          entry("lower", "lower($1)"),
          entry("upper", "upper($1)"),
          entry("trim", "btrim($1)"),
          entry("ltrim", "ltrim($1)"),
          entry("rtrim", "rtrim($1)"),
          entry("char_length", "char_length($1)"),
          entry("octet_length", "octet_length($1)"),
          entry("substring", "substr($1, $2, $3)"),
          entry("position", "strpos($2, $1)"),
          entry("replace", "replace($1, $2, $3)"),
          entry("concat", "($1 || $2)"),
          // numbers; floats are not rounded to digits after the point but as decimals
          entry("abs", "abs($1)"),
          entry("round", "round(CAST($1 AS numeric), $2)"),
          entry("ceil", "ceil($1)"),
          entry("floor", "floor($1)"),
          entry("mod", "mod($1, $2)"),
          entry("power", "power($1, $2)"),
          entry("sqrt", "sqrt($1)"),
          entry("exp", "exp($1)"),
          entry("ln", "ln($1)"),
          entry("sign", "sign($1)"),
          // time; a timestamp with zone is read in the session's zone
          entry("current_timestamp", "CURRENT_TIMESTAMP"),
          entry("current_date", "CURRENT_DATE"),
          entry("current_time", "LOCALTIME"),
          entry("extract_year", "CAST(extract(year FROM $1) AS integer)"),
          entry("extract_month", "CAST(extract(month FROM $1) AS integer)"),
          entry("extract_day", "CAST(extract(day FROM $1) AS integer)"),
          entry("extract_hour", "CAST(extract(hour FROM $1) AS integer)"),
          entry("extract_minute", "CAST(extract(minute FROM $1) AS integer)"),
          entry("extract_second", "CAST(extract(second FROM $1) AS double precision)"));

  private Functions() {}
}
