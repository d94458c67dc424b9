package org.sqlxos.security.internal;

import java.net.InetAddress;
import java.util.Set;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.operation.api.Caller;

/**
 * Everything for everybody on this machine, where the configuration says so. A browser that shows a
 * stranger's page is on this machine too: the page's own name may lead here, but then the request
 * says that name as its host.
 */
public final class OpenAccess {

  /** A name that no role of a policy can have. */
  private static final String EVERYTHING = "*";

  static final Caller CALLER = new Caller("local", Set.of(EVERYTHING), java.util.Map.of());

  private OpenAccess() {}

  /**
   * Whether a caller has come in this way. Whoever did not pass the gate at all, as a host's own
   * code does not, is on this machine too.
   */
  public static boolean has(Caller caller) {
    // Whole, not by the role: a token may say any role, but always says more.
    return caller.equals(CALLER) || caller.equals(Caller.ANONYMOUS);
  }

  static boolean permitted(Credentials credentials) {
    return loopback(credentials.address()) && local(credentials.host());
  }

  private static boolean local(String host) {
    String name = host.replaceAll("^\\[|]$", "");
    return name.equalsIgnoreCase("localhost") || loopback(name);
  }

  private static boolean loopback(String address) {
    try {
      return InetAddress.ofLiteral(address).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
