package org.sqlxos.dialect.api;

/**
 * How functions and procedures are called.
 *
 * @param argument with {@code $1} for the name of an argument, {@code $2} for its value and {@code
 *     $3} for its type; without {@code $1} arguments are told apart by their order
 * @param rows the end of a query that reads the columns {@code $3} of the rows of a function {@code
 *     $1} under the name {@code $2}; empty where functions answer one value only, and stand in
 *     front of FROM
 */
public record CallSyntax(String argument, String rows) {

  /** Whether arguments are told apart by their names, so that some may be left out. */
  public boolean named() {
    return argument.contains("$1");
  }
}
