package org.sqlxos.wirevm.internal.pack;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sqlxos.dialect.api.Syntax.Names;

/**
 * How {@code java.sql.DatabaseMetaData} is read.
 *
 * @param systemSchemas the schemas that are nobody's business, matched whole
 * @param systemRelations the same of relations
 * @param names what the catalog's names are in the database
 * @param typeNames in whose words columns have their types
 */
public record MetadataSettings(
    Optional<Pattern> systemSchemas,
    Optional<Pattern> systemRelations,
    Names names,
    TypeNames typeNames) {

  /** In whose words a type is said. */
  public enum TypeNames {
    /** The database's. */
    NATIVE,
    /** Those of {@code java.sql.JDBCType}: for databases of which nothing else is known. */
    STANDARD
  }
}
