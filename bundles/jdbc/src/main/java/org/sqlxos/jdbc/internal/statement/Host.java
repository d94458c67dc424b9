package org.sqlxos.jdbc.internal.statement;

import java.sql.Connection;
import org.sqlxos.jdbc.internal.link.Link;

/** The connection of a statement, as the statement sees it. */
public interface Host {

  Link link();

  /** What callers see as the statement's connection. */
  Connection connection();

  /** What the server remarks. */
  Warnings notices();

  /** The statement has been closed. */
  void closed(java.sql.Statement statement);
}
