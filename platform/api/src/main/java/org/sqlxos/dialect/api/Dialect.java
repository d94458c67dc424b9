package org.sqlxos.dialect.api;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;
import org.sqlxos.type.api.UniversalType;

/**
 * A dialect of SQL, an OSGi service with the service property {@link #NAME}. Everything it returns
 * is immutable; it is asked when the service appears.
 */
@ConsumerType
public interface Dialect {

  /** Service property: the dialect's name in lower case, a {@code String}. */
  String NAME = "sqlx.dialect";

  /**
   * Manifest header: the paths of JSON documents inside the bundle, each a dialect that is data; a
   * comma between them, {@code *} for any folder. See {@code docs/reference/dialect.md}.
   */
  String HEADER = "SQLx-Dialect";

  /** How the parts of a statement are written. */
  Syntax syntax();

  /**
   * Functions by their universal name in lower case. The text is the call in this dialect with
   * {@code $1}, {@code $2} for the arguments; a function that is absent cannot be said in this
   * dialect.
   */
  Map<String, String> functions();

  /**
   * The type in this dialect's words that holds every value of {@code type}; as a column is
   * declared.
   */
  String columnType(UniversalType type);

  /**
   * What a table cannot say, in the order in which it is applied to a parsed statement; usually
   * empty.
   */
  List<RewriteRule> rewriteRules();
}
