package org.sqlxos.dialects.sqlite.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.SearchSyntax;
import org.sqlxos.dialect.api.SearchSyntax.Question;
import org.sqlxos.dialect.api.SearchSyntax.Words;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.type.api.UniversalType;

/** SQLite 3.35 and later, the first with RETURNING. */
@Component(property = Dialect.NAME + "=sqlite")
public final class SqliteDialect implements Dialect {

  /**
   * FTS5 answers which rows fit and how well at once. The second question is asked once for all
   * rows, for it does not name them.
   */
  private static final SearchSyntax SEARCH =
      new SearchSyntax(
          Words.QUOTED,
          Optional.of(
              new Question(
                  "$4 IN (SELECT rowid FROM $3 WHERE $3 MATCH $2)",
                  "(WITH found_by_words AS MATERIALIZED (SELECT rowid AS id, -bm25($3) AS score"
                      + " FROM $3 WHERE $3 MATCH $2)"
                      + " SELECT found_by_words.score FROM found_by_words"
                      + " WHERE found_by_words.id = $4)",
                  false)),
          Optional.empty());

  private static final Syntax SYNTAX =
      new Syntax(
              '"',
              Placeholders.QUESTION_MARK,
              true,
              "DEFAULT VALUES",
              false,
              LikePattern.CASE_SENSITIVE,
              LikePattern.CASE_INSENSITIVE,
              "LIMIT $1 OFFSET $2")
          .withForms(
              Syntax.Forms.USUAL
                  .withWrites("", Syntax.Upsert.ON_CONFLICT)
                  .withReads(Syntax.Nulls.LOWEST, ""))
          .withJson(JsonText.SYNTAX)
          .withSearch(SEARCH);

  @Activate
  public SqliteDialect() {}

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
