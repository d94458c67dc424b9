package org.sqlxos.testkit.session;

import java.util.Optional;
import org.sqlxos.testkit.server.DatabaseServer;

/** What the suites say in a database's own words. */
public interface SqlWords {

  /** Types of columns and parameters. */
  enum Type {
    /** Of 64 bits. */
    INTEGER,
    /** Of any length. */
    TEXT,
    /** Of any length. */
    BYTES
  }

  /**
   * A query that returns rows before it fails.
   *
   * @param text with some thousands of rows that are right, in one column of whole numbers
   * @param code what it ends with
   */
  record Failing(String text, String code) {}

  /** The words of a server. */
  static SqlWords of(DatabaseServer server) {
    return ServerView.of(server).words();
  }

  /** A type as a column is declared. */
  String column(Type type);

  /** The place of a parameter, counted from 1; one that tells its type where it has to. */
  String parameter(int number, Type type);

  /** A query with one column, the numbers from 1 to a power of ten in any order. */
  String numbers(long powerOfTen);

  /** A query whose rows end with an error. */
  Failing failing();

  /** A query that runs for minutes, and takes no memory. */
  String endless();

  /** Makes a column of whole numbers one of texts; absent where a column keeps its type. */
  Optional<String> retype(String table, String column);
}
