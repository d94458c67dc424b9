package org.sqlxos.wirevm.internal.session;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens.
 *
 * @param name of the host, or its address
 * @param address the only address that will do; null if any of the name's will
 */
record Host(String name, int port, @Nullable InetAddress address) {

  boolean loopback() {
    return name.equals("localhost") || name.startsWith("127.") || name.equals("::1");
  }

  /** The very server that a connection leads to. */
  Host at(InetAddress found) {
    return new Host(name, port, found);
  }

  @Override
  public String toString() {
    return name + ":" + port;
  }
}
