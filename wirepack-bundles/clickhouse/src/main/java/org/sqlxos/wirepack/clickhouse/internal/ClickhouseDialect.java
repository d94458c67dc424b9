package org.sqlxos.wirepack.clickhouse.internal;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.dialect.api.Syntax.ReadBackSyntax;
import org.sqlxos.dialect.api.Syntax.TypedValue;
import org.sqlxos.dialect.api.Syntax.Wording;
import org.sqlxos.type.api.UniversalType;

/**
 * ClickHouse's SQL, from 18.16 on. Rows are changed by mutations, conditions name columns without
 * their table, a subquery sees nothing of what is around it, and a literal is not converted to the
 * type of what it is compared with: so each value says its type.
 */
@Component(property = Dialect.NAME + "=clickhouse")
public final class ClickhouseDialect implements Dialect {

  private static final Syntax SYNTAX =
      new Syntax(
          '"',
          Placeholders.QUESTION_MARK,
          Syntax.Returned.NEVER,
          "VALUES ()",
          false,
          "$1 LIKE $2",
          "lowerUTF8($1) LIKE lowerUTF8($2)",
          "LIMIT $1 OFFSET $2",
          Optional.of(new ReadBackSyntax("", "")),
          new Syntax.Forms(
              "",
              "",
              Syntax.Names.AS_STORED,
              new Wording(
                  "ALTER TABLE $1 UPDATE $2",
                  "ALTER TABLE $1 DELETE",
                  "",
                  "",
                  "",
                  List.of(
                      // A cast to a type with a time zone reads the text in the server's.
                      new TypedValue(
                          Pattern.compile("(?:LowCardinality\\()?DateTime\\((.*?)\\)+"),
                          "toDateTime($1, $2)"),
                      new TypedValue(Pattern.compile("LowCardinality\\((.*)\\)"), "CAST($1 AS $2)"),
                      new TypedValue(Pattern.compile("(.*)", Pattern.DOTALL), "CAST($1 AS $2)"))),
              EnumSet.of(
                  Lack.SUBQUERIES,
                  Lack.QUALIFIED_COLUMNS,
                  Lack.KEY_CHANGES,
                  Lack.UNIQUE_KEYS,
                  Lack.CHANGE_COUNTS)));

  private static final Map<String, String> FUNCTIONS =
      Map.ofEntries(
          entry("count", "count($1)"),
          entry("sum", "sum($1)"),
          entry("avg", "avg($1)"),
          entry("min", "min($1)"),
          entry("max", "max($1)"),
          entry("abs", "abs($1)"),
          entry("exp", "exp($1)"),
          entry("ln", "log($1)"),
          entry("sqrt", "sqrt($1)"),
          entry("power", "pow($1, $2)"),
          entry("lower", "lowerUTF8($1)"),
          entry("upper", "upperUTF8($1)"),
          entry("char_length", "lengthUTF8($1)"),
          entry("octet_length", "length($1)"),
          entry("substring", "substringUTF8($1, $2, $3)"),
          entry("coalesce", "coalesce($1, $2)"),
          entry("nullif", "nullIf($1, $2)"),
          entry("extract_year", "toYear($1)"),
          entry("extract_month", "toMonth($1)"),
          entry("extract_day", "toDayOfMonth($1)"),
          entry("extract_hour", "toHour($1)"),
          entry("extract_minute", "toMinute($1)"),
          entry("extract_second", "toSecond($1)"),
          entry("current_timestamp", "now()"),
          entry("current_date", "today()"));

  @Activate
  public ClickhouseDialect() {}

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public Map<String, String> functions() {
    return FUNCTIONS;
  }

  @Override
  public String columnType(UniversalType type) {
    return ColumnTypes.of(type);
  }

  @Override
  public List<RewriteRule> rewriteRules() {
    return List.of();
  }
}
