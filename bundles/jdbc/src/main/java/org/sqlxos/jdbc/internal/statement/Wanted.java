package org.sqlxos.jdbc.internal.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.sqlxos.jdbc.internal.error.JdbcProblem;

/** What a caller wants of the results of a statement. */
record Wanted(boolean scrolls, Keys keys) {

  /**
   * Which columns of new rows.
   *
   * @param any whether any are wanted
   * @param names which; empty for those that the server generates
   */
  record Keys(boolean any, List<String> names) {

    static final Keys NONE = new Keys(false, List.of());
    static final Keys GENERATED = new Keys(true, List.of());

    static Keys of(int constant) throws SQLException {
      return switch (constant) {
        case java.sql.Statement.RETURN_GENERATED_KEYS -> GENERATED;
        case java.sql.Statement.NO_GENERATED_KEYS -> NONE;
        default -> throw JdbcProblem.UNKNOWN_OPTION.exception("There is no such constant");
      };
    }

    static Keys of(String[] names) {
      return new Keys(names.length > 0, List.of(names));
    }

    /** By their numbers they can be had only where all are told anyway. */
    static Keys of(int[] numbers) throws SQLException {
      if (numbers.length > 1) {
        throw JdbcProblem.UNSUPPORTED.exception(
            "Keys by the numbers of their columns are not supported", "Name the columns.");
      }
      return numbers.length == 0 ? NONE : GENERATED;
    }
  }

  static Wanted of(int type, int concurrency) throws SQLException {
    if (concurrency != ResultSet.CONCUR_READ_ONLY) {
      throw JdbcProblem.unsupported("An updatable result");
    }
    return switch (type) {
      case ResultSet.TYPE_FORWARD_ONLY -> new Wanted(false, Keys.NONE);
      // What is in memory does not see changes of others.
      case ResultSet.TYPE_SCROLL_INSENSITIVE, ResultSet.TYPE_SCROLL_SENSITIVE ->
          new Wanted(true, Keys.NONE);
      default -> throw JdbcProblem.UNKNOWN_OPTION.exception("There is no such type of result");
    };
  }

  Wanted with(Keys wanted) {
    return new Wanted(scrolls, wanted);
  }
}
