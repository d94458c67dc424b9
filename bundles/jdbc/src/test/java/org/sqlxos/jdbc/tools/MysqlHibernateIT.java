package org.sqlxos.jdbc.tools;

import org.sqlxos.testkit.server.DatabaseServer;

class MysqlHibernateIT extends HibernateSuite {
  MysqlHibernateIT() {
    super(DatabaseServer.MYSQL);
  }
}
