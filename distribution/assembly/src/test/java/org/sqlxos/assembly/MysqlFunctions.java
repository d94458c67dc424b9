package org.sqlxos.assembly;

/** The functions of {@link FunctionTests} in the words of MySQL and MariaDB. */
final class MysqlFunctions {

  private MysqlFunctions() {}

  static String[] all() {
    return new String[] {
      "CREATE FUNCTION add_up(a INT, b INT) RETURNS INT DETERMINISTIC NO SQL RETURN a + b",
      "CREATE FUNCTION named(wanted VARCHAR(80)) RETURNS BIGINT READS SQL DATA"
          + " RETURN (SELECT count(*) FROM users WHERE name = wanted)",
      "CREATE PROCEDURE set_rank(the_code VARCHAR(20), the_rank INT) MODIFIES SQL DATA"
          + " UPDATE labels SET rank_no = the_rank WHERE code = the_code"
    };
  }
}
