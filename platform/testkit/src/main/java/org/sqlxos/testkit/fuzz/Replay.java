package org.sqlxos.testkit.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that says to everybody what it was given, whatever it is asked, and then nothing more.
 * So no client waits for what does not come.
 */
final class Replay implements AutoCloseable {

  private final ServerSocket listening;
  private final AtomicInteger open = new AtomicInteger();
  private volatile byte[] answer = new byte[0];

  Replay() throws IOException {
    listening = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().name("fuzz-replay").start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  void say(byte[] bytes) {
    answer = bytes;
  }

  /** How many clients have not hung up. */
  int open() {
    return open.get();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        byte[] bytes = answer;
        open.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(client, bytes));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client, byte[] bytes) {
    try (client) {
      client.getOutputStream().write(bytes);
      client.shutdownOutput();
      InputStream in = client.getInputStream();
      byte[] dropped = new byte[16 * 1024];
      int count = in.read(dropped);
      while (count >= 0) {
        count = in.read(dropped);
      }
    } catch (IOException gone) {
      // The client has heard enough.
      return;
    } finally {
      open.decrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
