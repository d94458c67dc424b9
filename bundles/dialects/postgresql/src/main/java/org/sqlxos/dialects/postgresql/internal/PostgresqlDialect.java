package org.sqlxos.dialects.postgresql.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.dialect.api.CallSyntax;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.SearchSyntax;
import org.sqlxos.dialect.api.SearchSyntax.Question;
import org.sqlxos.dialect.api.SearchSyntax.Words;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.type.api.UniversalType;

/** PostgreSQL 14 and later. */
@Component(property = Dialect.NAME + "=postgresql")
public final class PostgresqlDialect implements Dialect {

  /** A stored document was made with the default configuration, or one that names it itself. */
  private static final SearchSyntax SEARCH =
      new SearchSyntax(
          Words.AS_TYPED,
          Optional.of(
              new Question(
                  "$1 @@ websearch_to_tsquery(CAST($2 AS text))",
                  "ts_rank($1, websearch_to_tsquery(CAST($2 AS text)))",
                  true)),
          Optional.of(
              new Question(
                  "to_tsvector('simple', $1) @@ websearch_to_tsquery('simple', CAST($2 AS text))",
                  "ts_rank(to_tsvector('simple', $1),"
                      + " websearch_to_tsquery('simple', CAST($2 AS text)))",
                  true)));

  /** A table that nobody has analyzed has -1 rows. */
  private static final String ESTIMATE =
      "SELECT CASE WHEN c.reltuples >= 0 THEN CAST(c.reltuples AS bigint) END"
          + " FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE n.nspname = $1 AND c.relname = $2";

  /** The type says which of several functions of one name is meant. */
  private static final CallSyntax CALLS =
      new CallSyntax("$1 => CAST($2 AS $3)", "FROM $1 AS $2($3)");

  // LIKE knows texts only, and every type can be cast to one; on a text the cast costs nothing and
  // an index is used all the same. A backslash is the escape without being named, whereas '\' would
  // be an open literal where standard_conforming_strings is off.
  private static final Syntax SYNTAX =
      new Syntax(
              '"',
              Placeholders.DOLLAR_NUMBER,
              true,
              "DEFAULT VALUES",
              true,
              "CAST($1 AS text) LIKE $2",
              "CAST($1 AS text) ILIKE $2",
              "LIMIT $1 OFFSET $2")
          .withForms(
              Syntax.Forms.USUAL
                  .withWrites("FOR UPDATE", Syntax.Upsert.ON_CONFLICT)
                  .withReads(Syntax.Nulls.HIGHEST, ESTIMATE))
          .withJson(JsonText.SYNTAX)
          .withSearch(SEARCH)
          .withCalls(CALLS);

  @Activate
  public PostgresqlDialect() {}

  @Override
  public Syntax syntax() {
    return SYNTAX;
  }

  @Override
  public Map<String, String> functions() {
    return Functions.TABLE;
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
