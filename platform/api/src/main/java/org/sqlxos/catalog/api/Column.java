package org.sqlxos.catalog.api;

import java.util.Optional;
import org.sqlxos.type.api.UniversalType;

/**
 * One column.
 *
 * @param name as the database keeps it, unquoted
 * @param type the universal type
 * @param nativeType the type as the database writes it, possibly empty
 * @param nullable whether NULL may be stored; false for the columns of a primary key
 * @param origin where the value comes from if a caller gives none
 * @param defaultExpression the DEFAULT, in the database's own SQL
 * @param comment the comment kept with the column
 */
public record Column(
    String name,
    UniversalType type,
    String nativeType,
    boolean nullable,
    Origin origin,
    Optional<String> defaultExpression,
    Optional<String> comment) {

  /** Where the value of a column comes from. */
  public enum Origin {
    /** From the caller, or the default, or NULL. */
    STORED,
    /** From the database when the caller gives none: identity, serial, AUTO_INCREMENT, rowid. */
    IDENTITY,
    /** Always computed by the database; never writable. */
    GENERATED
  }

  /** The same column under another name. */
  public Column named(String name) {
    return new Column(name, type, nativeType, nullable, origin, defaultExpression, comment);
  }

  /** Whether an insert has to give a value. */
  public boolean required() {
    return !nullable && origin == Origin.STORED && defaultExpression.isEmpty();
  }

  /** Whether a caller may give a value. */
  public boolean writable() {
    return origin != Origin.GENERATED;
  }
}
