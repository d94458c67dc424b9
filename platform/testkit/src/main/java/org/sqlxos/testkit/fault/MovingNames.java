package org.sqlxos.testkit.fault;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Names below {@code moving.test} that a test sends from one address to another, as DNS does when a
 * service fails over. All other names are resolved as always.
 */
public final class MovingNames extends InetAddressResolverProvider {

  private static final Map<String, String> ADDRESSES = new ConcurrentHashMap<>();

  /** Made by the JDK, once a virtual machine. */
  public MovingNames() {}

  /**
   * Says where a name leads from now on, apart from what the JDK still remembers.
   *
   * @param name ends with {@code .moving.test}
   * @param address an IPv4 address
   */
  public static void move(String name, String address) {
    ADDRESSES.put(name, address);
  }

  @Override
  public InetAddressResolver get(Configuration configuration) {
    return new Resolver(configuration.builtinResolver());
  }

  @Override
  public String name() {
    return "names that move";
  }

  private record Resolver(InetAddressResolver builtin) implements InetAddressResolver {

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
        throws UnknownHostException {
      String address = ADDRESSES.get(host.toLowerCase(Locale.ROOT));
      return address == null
          ? builtin.lookupByName(host, policy)
          : Stream.of(InetAddress.getByAddress(host, InetAddress.ofLiteral(address).getAddress()));
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
      return Objects.requireNonNull(builtin.lookupByAddress(address));
    }
  }
}
