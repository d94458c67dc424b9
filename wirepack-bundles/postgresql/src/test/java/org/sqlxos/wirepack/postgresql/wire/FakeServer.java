package org.sqlxos.wirepack.postgresql.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A server that says what a test tells it to, to each client; then it hangs up. */
final class FakeServer implements AutoCloseable {

  /** What is said to one client. */
  @FunctionalInterface
  interface Script {
    void talk(Client client) throws IOException;
  }

  private final ServerSocket listening;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private FakeServer(ServerSocket listening) {
    this.listening = listening;
  }

  static FakeServer saying(Script script) {
    try {
      FakeServer server =
          new FakeServer(new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1")));
      Thread.ofVirtual().start(() -> server.accept(script));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept(Script script) {
    while (true) {
      try {
        Socket socket = listening.accept();
        open.add(socket);
        Thread.ofVirtual().start(() -> talk(script, socket));
      } catch (IOException e) {
        // The test has ended.
        return;
      }
    }
  }

  private static void talk(Script script, Socket socket) {
    try (socket) {
      Client client = new Client(socket);
      script.talk(client);
      // Closed with bytes unread, a socket throws away what it has sent.
      client.socket.shutdownOutput();
      client.in.skipNBytes(Long.MAX_VALUE);
    } catch (IOException e) {
      // The client has gone, which is what most scripts are about.
      return;
    }
  }

  String url(String parameters) {
    return "postgresql://somebody:secret@127.0.0.1:%d/shop?%s"
        .formatted(listening.getLocalPort(), parameters);
  }

  /** Without TLS. */
  String url() {
    return url("sslmode=disable");
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

  /** The server's end of one connection. */
  static final class Client {

    private Socket socket;
    private DataInputStream in;
    private DataOutputStream out;

    Client(Socket socket) throws IOException {
      this.socket = socket;
      use(socket);
    }

    private void use(Socket used) throws IOException {
      socket = used;
      in = new DataInputStream(new BufferedInputStream(used.getInputStream()));
      out = new DataOutputStream(used.getOutputStream());
    }

    /** Reads a message without a tag: the body behind the length. */
    byte[] untagged() throws IOException {
      return in.readNBytes(in.readInt() - 4);
    }

    /** Reads a message, and answers its body. */
    byte[] expect(char tag) throws IOException {
      int found = in.readUnsignedByte();
      if (found != tag) {
        throw new IOException("%c came, not %c".formatted(found, tag));
      }
      return untagged();
    }

    /** Reads messages until one has this tag. */
    void skipTo(char tag) throws IOException {
      int found;
      do {
        found = in.readUnsignedByte();
        untagged();
      } while (found != tag);
    }

    void raw(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    void send(char tag, byte[] body) throws IOException {
      announce(tag, body.length);
      raw(body);
    }

    /** Sends a head whose body may never come. */
    void announce(char tag, int length) throws IOException {
      ByteArrayOutputStream head = new ByteArrayOutputStream();
      DataOutputStream data = new DataOutputStream(head);
      data.writeByte(tag);
      data.writeInt(length + 4);
      raw(head.toByteArray());
    }

    /** Waits until the client hangs up. */
    void listen() throws IOException {
      in.skipNBytes(Long.MAX_VALUE);
    }

    /** Answers a wish for TLS with yes. */
    void startTls(SSLContext context) throws IOException {
      untagged();
      raw(new byte[] {'S'});
      SSLSocket encrypted =
          (SSLSocket) context.getSocketFactory().createSocket(socket, null, socket.getPort(), true);
      encrypted.setUseClientMode(false);
      encrypted.startHandshake();
      use(encrypted);
    }

    void authentication(int kind, byte[] more) throws IOException {
      send('R', new Body().number(kind).bytes(more).made());
    }

    /** Lets the client in without a password, as a server of the given version. */
    void welcome(String version) throws IOException {
      untagged();
      authentication(0, new byte[0]);
      send('S', new Body().text("server_version").text(version).made());
      send('K', new Body().number(17).number(18).made());
      ready();
    }

    void ready() throws IOException {
      send('Z', new byte[] {'I'});
    }

    /** Prepares a statement without parameters. */
    void prepare(byte[] description) throws IOException {
      skipTo('S');
      send('1', new byte[0]);
      send('t', new Body().shorter(0).made());
      if (description.length == 0) {
        send('n', description);
      } else {
        send('T', description);
      }
      ready();
    }
  }

  /** The body of a message, field by field. */
  static final class Body {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Body number(int value) {
      return shorter(value >> 16).shorter(value);
    }

    Body shorter(int value) {
      bytes.write(value >> 8);
      bytes.write(value);
      return this;
    }

    Body text(String text) {
      bytes(text.getBytes(StandardCharsets.UTF_8));
      bytes.write(0);
      return this;
    }

    Body bytes(byte[] more) {
      bytes.writeBytes(more);
      return this;
    }

    /** A column of a result: its name and the code of its type. */
    Body column(String name, int type) {
      return text(name).number(0).shorter(0).number(type).shorter(-1).number(-1).shorter(0);
    }

    byte[] made() {
      return bytes.toByteArray();
    }
  }
}
