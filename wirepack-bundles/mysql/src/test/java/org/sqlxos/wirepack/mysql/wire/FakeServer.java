package org.sqlxos.wirepack.mysql.wire;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Says what a test wants to each who connects, and hangs up. */
final class FakeServer implements AutoCloseable {

  /** PROTOCOL_41, SECURE_CONNECTION, PLUGIN_AUTH, DEPRECATE_EOF. */
  static final int CAPABILITIES = 0x0108_8200;

  static final int COMPRESS = 0x20;

  static final byte[] OK = {0, 0, 0, 2, 0, 0, 0};

  /** What is said to one client. */
  @FunctionalInterface
  interface Script {
    void run(Client client) throws IOException;
  }

  /** The other end. */
  record Client(DataInputStream in, OutputStream out) {

    /** Sends a packet. */
    void send(int sequence, byte[] body) throws IOException {
      ByteBuffer packet = ByteBuffer.allocate(4 + body.length).order(ByteOrder.LITTLE_ENDIAN);
      packet.putInt(body.length | sequence << 24).put(body);
      out.write(packet.array());
      out.flush();
    }

    void write(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Reads a packet. */
    byte[] receive() throws IOException {
      int length = in.readUnsignedByte() | in.readUnsignedByte() << 8 | in.readUnsignedByte() << 16;
      in.readUnsignedByte();
      return in.readNBytes(length);
    }

    /** Greets, reads the answer, and is content. */
    void letIn(int capabilities) throws IOException {
      send(0, greeting(10, capabilities, "mysql_native_password"));
      receive();
      send(2, OK);
    }

    /** Waits until the client hangs up. */
    void listen() throws IOException {
      in.readAllBytes();
    }
  }

  private final ServerSocket socket;

  FakeServer(Script script) {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(() -> accept(script));
  }

  private void accept(Script script) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(script, client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void talk(Script script, Socket client) {
    try (client) {
      client.setTcpNoDelay(true);
      script.run(
          new Client(new DataInputStream(client.getInputStream()), client.getOutputStream()));
    } catch (IOException gone) {
      // The client hung up first, as it may.
      return;
    }
  }

  static byte[] greeting(int protocol, int capabilities, String plugin) {
    ByteBuffer body =
        ByteBuffer.allocate(128)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put((byte) protocol)
            .put("8.0.0-fake\0".getBytes(StandardCharsets.US_ASCII))
            .putInt(7)
            .put("12345678".getBytes(StandardCharsets.US_ASCII))
            .put((byte) 0)
            .putShort((short) capabilities)
            .put((byte) 45)
            .putShort((short) 2)
            .putShort((short) (capabilities >> 16))
            .put((byte) 21)
            .put(new byte[10])
            .put("123456789012\0".getBytes(StandardCharsets.US_ASCII))
            .put((plugin + "\0").getBytes(StandardCharsets.US_ASCII));
    return Arrays.copyOf(body.array(), body.position());
  }

  String url(String parameters) {
    return "mysql://user:s3cret@127.0.0.1:%d/shop?%s".formatted(socket.getLocalPort(), parameters);
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
