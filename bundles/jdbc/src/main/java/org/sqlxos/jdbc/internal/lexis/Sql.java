package org.sqlxos.jdbc.internal.lexis;

/**
 * One statement, in the database's own words.
 *
 * @param parameters how many places for values it has
 * @param verb its first word in upper case
 * @param returns whether it has the word RETURNING
 */
public record Sql(String text, int parameters, String verb, boolean returns) {

  /** Whether it changes rows, and says nothing about them by itself. */
  public boolean changesSilently() {
    return !returns
        && switch (verb) {
          case "INSERT", "UPDATE", "DELETE", "MERGE", "REPLACE", "WITH" -> true;
          default -> false;
        };
  }

  /** The same statement with something behind it. */
  public Sql with(String clause) {
    return new Sql(text + clause, parameters, verb, true);
  }
}
