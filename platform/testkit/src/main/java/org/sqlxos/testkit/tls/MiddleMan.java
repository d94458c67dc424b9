package org.sqlxos.testkit.tls;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Stands between a client and a real server, and shows the client a certificate of its own: so a
 * server's certificate is expired or another host's without the server being started anew. What
 * they say before they encrypt passes as it is; both sides are encrypted then.
 */
public final class MiddleMan implements AutoCloseable {

  /** What client and server say to each other before they encrypt. */
  @FunctionalInterface
  public interface Preamble {

    /** Passes it on, from either to the other. */
    void pass(Side client, Side server) throws IOException;
  }

  /** One of the two. */
  public record Side(DataInputStream in, OutputStream out) {

    static Side of(Socket socket) throws IOException {
      return new Side(new DataInputStream(socket.getInputStream()), socket.getOutputStream());
    }

    /** Passes on so many bytes of this side, and returns them. */
    public byte[] passTo(Side other, int count) throws IOException {
      byte[] bytes = new byte[count];
      in.readFully(bytes);
      other.out.write(bytes);
      other.out.flush();
      return bytes;
    }
  }

  private final ServerSocket listening;
  private final int server;
  private final SSLContext shown;
  private final Preamble preamble;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /**
   * Listens on the loopback address.
   *
   * @param server the port of the real server
   * @param shown what clients see
   */
  public MiddleMan(int server, IssuedCertificate shown, Preamble preamble)
      throws IOException, GeneralSecurityException {
    this.listening = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    this.server = server;
    this.shown = shown.serverContext();
    this.preamble = preamble;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> carry(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void carry(Socket client) {
    try (client;
        Socket target = new Socket(InetAddress.getByName("127.0.0.1"), server)) {
      open.add(target);
      preamble.pass(Side.of(client), Side.of(target));
      SSLSocket near = encrypted(shown, client, false);
      SSLSocket far = encrypted(trustingAnybody(), target, true);
      Thread answers = Thread.ofVirtual().start(() -> copy(far, near));
      copy(near, far);
      answers.join();
    } catch (IOException | GeneralSecurityException | InterruptedException e) {
      // The client did not like what it saw, which is what a test is about.
      return;
    }
  }

  private static SSLSocket encrypted(SSLContext context, Socket plain, boolean asClient)
      throws IOException {
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, "127.0.0.1", plain.getPort(), true);
    socket.setUseClientMode(asClient);
    socket.startHandshake();
    return socket;
  }

  private static void copy(Socket from, Socket to) {
    try (to) {
      InputStream in = from.getInputStream();
      in.transferTo(to.getOutputStream());
    } catch (IOException e) {
      // One of them has hung up, and the other is told by the close.
      return;
    }
  }

  private static SSLContext trustingAnybody() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, new TrustManager[] {new Anybody()}, null);
    return context;
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Anybody implements X509TrustManager {

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
