package org.sqlxos.dialects.cassandra.internal;

import static java.util.Map.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Lack;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.dialect.api.Syntax.ReadBackSyntax;
import org.sqlxos.dialect.api.Syntax.Wording;
import org.sqlxos.type.api.UniversalType;

/**
 * CQL 3 of Cassandra 4 and 5. It looks like SQL, has no joins, and conditions joined by AND only.
 *
 * <p>A plain INSERT replaces the row of the same key, and a plain UPDATE makes the row that it does
 * not find. Ours end with {@code IF NOT EXISTS} and {@code IF EXISTS}: they cost a round of Paxos
 * and say whether they were done.
 */
@Component(property = Dialect.NAME + "=cassandra")
public final class CassandraDialect implements Dialect {

  private static final Syntax SYNTAX =
      new Syntax(
          '"',
          Placeholders.QUESTION_MARK,
          Syntax.Returned.NEVER,
          "DEFAULT VALUES",
          false,
          "$1 LIKE $2",
          "$1 LIKE $2",
          "LIMIT $1",
          Optional.of(new ReadBackSyntax("", "")),
          new Syntax.Forms(
              "",
              "",
              Syntax.Names.AS_STORED,
              new Wording(
                  "UPDATE $1 SET $2",
                  "DELETE FROM $1",
                  "IF NOT EXISTS",
                  "IF EXISTS",
                  "ALLOW FILTERING"),
              EnumSet.complementOf(EnumSet.of(Lack.UNIQUE_KEYS))));

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
          entry("current_timestamp", "currentTimestamp()"),
          entry("current_date", "currentDate()"),
          entry("current_time", "currentTime()"));

  @Activate
  public CassandraDialect() {}

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
