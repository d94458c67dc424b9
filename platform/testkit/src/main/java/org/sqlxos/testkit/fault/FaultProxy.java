package org.sqlxos.testkit.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Stands between a client and a server on this machine, and does to their connections what networks
 * do. What happens to a connection is decided when it is made; {@link #inject} changes that of
 * those that are open.
 */
public final class FaultProxy implements AutoCloseable {

  private final ServerSocket listening;
  private final int server;
  private final Set<ProxiedConnection> open = ConcurrentHashMap.newKeySet();
  private volatile Supplier<Fault> faults = Fault.None::new;
  private volatile boolean refusing;

  /** Listens on the loopback address for clients of a server there. */
  public FaultProxy(int server) throws IOException {
    this(server, "127.0.0.1", 0);
  }

  /**
   * Listens on one of the addresses of the loopback interface.
   *
   * @param address for instance 127.0.0.2
   * @param port 0 for a free one
   */
  public FaultProxy(int server, String address, int port) throws IOException {
    this.server = server;
    this.listening = new ServerSocket(port, 200, InetAddress.getByName(address));
    Thread.ofVirtual().name("fault-proxy").start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** {@code host:port} of where it listens. */
  public String place() {
    return "127.0.0.1:" + port();
  }

  /** What happens to connections that are made from now on. */
  public void faults(Supplier<Fault> next) {
    faults = next;
  }

  /** What happens from now on to all connections that are open. */
  public void inject(Fault fault) {
    open.forEach(connection -> connection.suffer(fault));
  }

  /** What happens from now on to one of the connections that are open. */
  public void injectOne(Fault fault, int chance) {
    ProxiedConnection[] all = open.toArray(ProxiedConnection[]::new);
    if (all.length > 0) {
      all[Math.floorMod(chance, all.length)].suffer(fault);
    }
  }

  /** Whether new clients are sent away. */
  public void refuse(boolean now) {
    refusing = now;
  }

  /** How many connections are open. */
  public int connections() {
    return open.size();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    try {
      if (refusing) {
        client.setSoLinger(true, 0);
        client.close();
        return;
      }
      Socket target = new Socket();
      try {
        target.connect(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), server));
      } catch (IOException e) {
        client.setSoLinger(true, 0);
        client.close();
        target.close();
        return;
      }
      ProxiedConnection connection = new ProxiedConnection(client, target, open::remove);
      open.add(connection);
      connection.suffer(faults.get());
      connection.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
    open.forEach(connection -> connection.end(false));
  }
}
