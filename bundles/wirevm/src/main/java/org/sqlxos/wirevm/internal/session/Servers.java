package org.sqlxos.wirevm.internal.session;

import java.util.List;

/**
 * The servers that a URL names, and which of them are for what.
 *
 * @param hosts what stands before the slash
 * @param role what the one that is taken has to be
 * @param replicas servers for reading only
 * @param readFrom what the one that is read from has to be; {@code ANY} if reads go where writes go
 */
record Servers(List<Host> hosts, TargetRole role, List<Host> replicas, TargetRole readFrom) {
  Servers {
    hosts = List.copyOf(hosts);
    replicas = List.copyOf(replicas);
  }

  /** Whether reads have connections of their own. */
  boolean split() {
    return !replicas.isEmpty() || readFrom != TargetRole.ANY;
  }
}
