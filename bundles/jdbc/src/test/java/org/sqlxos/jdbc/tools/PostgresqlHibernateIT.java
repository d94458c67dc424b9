package org.sqlxos.jdbc.tools;

import org.sqlxos.testkit.server.DatabaseServer;

class PostgresqlHibernateIT extends HibernateSuite {
  PostgresqlHibernateIT() {
    super(DatabaseServer.POSTGRESQL);
  }
}
