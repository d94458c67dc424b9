package org.sqlxos.dialects.sqlite.internal;

import static java.util.Map.entry;

import java.util.Map;

/**
 * SQLite's functions by their universal names, which are those of standard SQL where it has one.
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
          entry("string_agg", "group_concat($1, $2)"),
          entry("json_agg", "json_group_array($1)"),
          // conditions
          entry("coalesce", "coalesce($1, $2)"),
          entry("nullif", "nullif($1, $2)"),
          entry("greatest", "max($1, $2)"),
          entry("least", "min($1, $2)"),
          // text
          entry("lower", "lower($1)"),
          entry("upper", "upper($1)"),
          entry("trim", "trim($1)"),
          entry("ltrim", "ltrim($1)"),
          entry("rtrim", "rtrim($1)"),
          entry("char_length", "length($1)"),
          entry("octet_length", "octet_length($1)"),
          entry("substring", "substr($1, $2, $3)"),
          entry("position", "instr($2, $1)"),
          entry("replace", "replace($1, $2, $3)"),
          entry("concat", "($1 || $2)"),
          // numbers
          entry("abs", "abs($1)"),
          entry("round", "round($1, $2)"),
          entry("ceil", "ceil($1)"),
          entry("floor", "floor($1)"),
          entry("mod", "mod($1, $2)"),
          entry("power", "pow($1, $2)"),
          entry("sqrt", "sqrt($1)"),
          entry("exp", "exp($1)"),
          entry("ln", "ln($1)"),
          entry("sign", "sign($1)"),
          // time; all in UTC
          entry("current_timestamp", "CURRENT_TIMESTAMP"),
          entry("current_date", "CURRENT_DATE"),
          entry("current_time", "CURRENT_TIME"),
          entry("extract_year", "CAST(strftime('%Y', $1) AS INTEGER)"),
          entry("extract_month", "CAST(strftime('%m', $1) AS INTEGER)"),
          entry("extract_day", "CAST(strftime('%d', $1) AS INTEGER)"),
          entry("extract_hour", "CAST(strftime('%H', $1) AS INTEGER)"),
          entry("extract_minute", "CAST(strftime('%M', $1) AS INTEGER)"),
          entry("extract_second", "CAST(strftime('%f', $1) AS REAL)"));

  private Functions() {}
}
