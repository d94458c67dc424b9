package org.sqlxos.testkit.session;

import org.sqlxos.wirepack.api.Session;

/** A database on a server, which can be looked at from outside. */
public interface ServerTarget extends SessionTarget {

  /** What the server calls a session's connection. */
  long identity(Session session);

  /** Ends a connection from outside; it has ended when this returns. */
  void end(long identity);

  /** How many prepared statements the server keeps: at least those of this session. */
  long kept(Session session);
}
