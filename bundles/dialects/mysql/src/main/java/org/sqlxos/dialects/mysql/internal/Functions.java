package org.sqlxos.dialects.mysql.internal;

import static java.util.Map.entry;

import java.util.Map;

/** Functions by their universal names, which are those of standard SQL where it has one. */
final class Functions {

  static final Map<String, String> TABLE =
      Map.ofEntries(
          // aggregates
          entry("count", "COUNT($1)"),
          entry("sum", "SUM($1)"),
          entry("avg", "AVG($1)"),
          entry("min", "MIN($1)"),
          entry("max", "MAX($1)"),
          // the separator has to be a literal
          entry("string_agg", "GROUP_CONCAT($1 SEPARATOR $2)"),
          entry("json_agg", "JSON_ARRAYAGG($1)"),
          // conditions
          entry("coalesce", "COALESCE($1, $2)"),
          entry("nullif", "NULLIF($1, $2)"),
          entry("greatest", "GREATEST($1, $2)"),
          entry("least", "LEAST($1, $2)"),
          // text
          entry("lower", "LOWER($1)"),
          entry("upper", "UPPER($1)"),
          entry("trim", "TRIM($1)"),
          entry("ltrim", "LTRIM($1)"),
          entry("rtrim", "RTRIM($1)"),
          entry("char_length", "CHAR_LENGTH($1)"),
          entry("octet_length", "OCTET_LENGTH($1)"),
          entry("substring", "SUBSTRING($1, $2, $3)"),
          entry("position", "LOCATE($1, $2)"),
          entry("replace", "REPLACE($1, $2, $3)"),
          // || is OR unless PIPES_AS_CONCAT is set
          entry("concat", "CONCAT($1, $2)"),
          // numbers
          entry("abs", "ABS($1)"),
          entry("round", "ROUND($1, $2)"),
          entry("ceil", "CEILING($1)"),
          entry("floor", "FLOOR($1)"),
          entry("mod", "MOD($1, $2)"),
          entry("power", "POWER($1, $2)"),
          entry("sqrt", "SQRT($1)"),
          entry("exp", "EXP($1)"),
          entry("ln", "LN($1)"),
          entry("sign", "SIGN($1)"),
          // time; all in UTC
          entry("current_timestamp", "UTC_TIMESTAMP(6)"),
          entry("current_date", "UTC_DATE()"),
          entry("current_time", "UTC_TIME(6)"),
          entry("extract_year", "EXTRACT(YEAR FROM $1)"),
          entry("extract_month", "EXTRACT(MONTH FROM $1)"),
          entry("extract_day", "EXTRACT(DAY FROM $1)"),
          entry("extract_hour", "EXTRACT(HOUR FROM $1)"),
          entry("extract_minute", "EXTRACT(MINUTE FROM $1)"),
          entry("extract_second", "(EXTRACT(SECOND_MICROSECOND FROM $1) / 1000000)"));

  private Functions() {}
}
