package org.sqlxos.dialects.postgresql.internal;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.sqlxos.dialect.api.Dialect;
import org.sqlxos.dialect.api.RewriteRule;
import org.sqlxos.dialect.api.Syntax;
import org.sqlxos.dialect.api.Syntax.Placeholders;
import org.sqlxos.type.api.UniversalType;

/** PostgreSQL 14 and later. */
@Component(property = Dialect.NAME + "=postgresql")
public final class PostgresqlDialect implements Dialect {

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
          .withForms(Syntax.Forms.USUAL.withWrites("FOR UPDATE", Syntax.Upsert.ON_CONFLICT))
          .withJson(JsonText.SYNTAX);

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
