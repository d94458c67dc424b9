package org.sqlxos.assembly;

import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.WithServer;

@WithServer(DatabaseServer.MARIADB)
@Reached(by = "mariadb", on = "MariaDB 11.4", how = Reached.How.REAL)
class MariadbRestIT extends ServerRest {

  @Override
  String[] functions() {
    return MysqlFunctions.all();
  }

  @Override
  String[] schema() {
    return new String[] {
      "CREATE TABLE users (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
          + " name VARCHAR(80) NOT NULL, email VARCHAR(120) NOT NULL UNIQUE, age INT,"
          + " role VARCHAR(20) NOT NULL DEFAULT 'reader')",
      "CREATE TABLE posts (id BIGINT AUTO_INCREMENT PRIMARY KEY,"
          + " user_id BIGINT NOT NULL, title VARCHAR(200) NOT NULL, score DECIMAL(6,2),"
          + " CONSTRAINT posts_user FOREIGN KEY (user_id) REFERENCES users (id))",
      "CREATE TABLE labels (code VARCHAR(20) PRIMARY KEY, rank_no INT, document JSON)"
    };
  }
}
