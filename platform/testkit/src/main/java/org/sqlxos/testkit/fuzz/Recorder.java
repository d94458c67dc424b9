package org.sqlxos.testkit.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** Stands between a client and its server, and keeps what the server says on each connection. */
final class Recorder implements AutoCloseable {

  private final ServerSocket listening;
  private final int serverPort;
  private final List<ByteArrayOutputStream> said = new ArrayList<>();

  Recorder(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        synchronized (said) {
          said.add(kept);
        }
        Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
        Thread.ofVirtual().start(() -> pass(client, server, new ByteArrayOutputStream()));
        Thread.ofVirtual().start(() -> pass(server, client, kept));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void pass(Socket from, Socket to, ByteArrayOutputStream kept) {
    byte[] piece = new byte[16 * 1024];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        synchronized (kept) {
          kept.write(piece, 0, count);
        }
        out.write(piece, 0, count);
        out.flush();
      }
    } catch (IOException ended) {
      // One of both has hung up: so does the other.
      return;
    }
  }

  /** What the server said on the first connection. */
  byte[] first() {
    synchronized (said) {
      ByteArrayOutputStream kept = said.getFirst();
      synchronized (kept) {
        return kept.toByteArray();
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
