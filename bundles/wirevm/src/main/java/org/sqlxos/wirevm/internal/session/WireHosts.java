package org.sqlxos.wirevm.internal.session;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.wirepack.api.ConnectionUrl;

/** Reads {@code host1:port1,[host2]:port2,host3}. */
final class WireHosts {

  private WireHosts() {}

  /**
   * @param url for messages
   */
  static List<Host> parse(ConnectionUrl url, String text, int usualPort) {
    List<Host> hosts = new ArrayList<>();
    for (String address : text.split(",", -1)) {
      hosts.add(host(url, address.strip(), usualPort));
    }
    return hosts;
  }

  private static Host host(ConnectionUrl url, String address, int usualPort) {
    int colon = address.startsWith("[") ? address.indexOf("]:") + 1 : address.indexOf(':');
    String name = colon <= 0 ? address : address.substring(0, colon);
    if (name.startsWith("[") && name.endsWith("]")) {
      name = name.substring(1, name.length() - 1);
    }
    int port = colon <= 0 ? usualPort : port(url, address.substring(colon + 1));
    return new Host(name.isEmpty() ? "localhost" : name, port, null);
  }

  private static int port(ConnectionUrl url, String text) {
    try {
      int port = Integer.parseInt(text);
      if (port >= 1 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw WireUrl.refused(url, "Its port is \"" + text + "\"", "1 to 65535");
  }
}
