package org.sqlxos.dialects.sqlite.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.type.api.UniversalType;

/** SQLite 3.35 and later, the first with RETURNING. */
@Component(property = Dialect.NAME + "=sqlite")
public final class SqliteDialect implements Dialect {

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
          .withJson(JsonText.SYNTAX);

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
