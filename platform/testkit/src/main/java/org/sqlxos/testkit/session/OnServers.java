package org.sqlxos.testkit.session;

/** What the suites share that need a server; not a suite. */
public interface OnServers extends OnSessions {

  @Override
  ServerTarget target();
}
