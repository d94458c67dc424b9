package org.sqlxos.dialects.mysql.internal;

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
import org.sqlxos.dialect.api.Syntax.ReadBackSyntax;
import org.sqlxos.type.api.UniversalType;

/**
 * MySQL 8.0 and MariaDB 10.11 and later: what both understand. It depends on no {@code sql_mode}.
 */
@Component(property = Dialect.NAME + "=mysql")
public final class MysqlDialect implements Dialect {

  /**
   * The backslash is written as a number: as a character it means itself or an escape, depending on
   * {@code NO_BACKSLASH_ESCAPES}.
   */
  // A statement that is prepared has parameters of no character set, which have no collation.
  private static final String PATTERN = "CONVERT($2 USING utf8mb4)";

  private static final String ESCAPE = " COLLATE utf8mb4_bin ESCAPE x'5C'";

  /**
   * {@code LAST_INSERT_ID()} is the first identity of a statement. The others follow it: the rows
   * are counted in advance, so InnoDB sets the numbers aside in one piece in every {@code
   * innodb_autoinc_lock_mode}.
   */
  private static final ReadBackSyntax READ_BACK =
      new ReadBackSyntax("LAST_INSERT_ID() + $1 * @@auto_increment_increment", "FOR UPDATE");

  /** {@code VALUES()} is old, but the newer way is not known to MariaDB and MySQL 8.0.18. */
  private static final Syntax.Upsert UPSERT =
      new Syntax.Upsert(
          "ON DUPLICATE KEY UPDATE $2", "ON DUPLICATE KEY UPDATE $2", "VALUES($1)", false);

  private static final String ESTIMATE =
      "SELECT CAST(table_rows AS SIGNED) FROM information_schema.tables"
          + " WHERE table_schema = COALESCE(NULLIF($1, ''), DATABASE()) AND table_name = $2";

  /** In boolean mode a word that is too short or too common to be indexed keeps all rows away. */
  private static final SearchSyntax SEARCH =
      new SearchSyntax(
          Words.PLAIN,
          Optional.of(
              new Question(
                  "MATCH ($1) AGAINST ($2 IN NATURAL LANGUAGE MODE)",
                  "MATCH ($1) AGAINST ($2 IN NATURAL LANGUAGE MODE)",
                  false)),
          Optional.empty());

  private static final Syntax SYNTAX =
      new Syntax(
              '`',
              Placeholders.QUESTION_MARK,
              false,
              "() VALUES ()",
              true,
              "$1 LIKE " + PATTERN + ESCAPE,
              "LOWER($1) LIKE LOWER(" + PATTERN + ")" + ESCAPE,
              "LIMIT $1 OFFSET $2",
              Optional.of(READ_BACK))
          .withForms(
              Syntax.Forms.USUAL.withWrites("", UPSERT).withReads(Syntax.Nulls.LOWEST, ESTIMATE))
          .withJson(JsonText.SYNTAX)
          .withSearch(SEARCH)
          .withCalls(new CallSyntax("$2", ""));

  @Activate
  public MysqlDialect() {}

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
