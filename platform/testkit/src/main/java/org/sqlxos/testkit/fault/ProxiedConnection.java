package org.sqlxos.testkit.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** One connection through a {@link FaultProxy}. */
final class ProxiedConnection {

  private static final int PIECE = 8192;

  /** A fault, and how many bytes have passed since it began. */
  private record Suffered(Fault fault, AtomicInteger passed, AtomicBoolean done) {}

  private final Socket client;
  private final Socket server;
  private final Consumer<ProxiedConnection> onEnd;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final AtomicInteger directions = new AtomicInteger(2);
  private volatile Suffered suffered =
      new Suffered(new Fault.None(), new AtomicInteger(), new AtomicBoolean());

  ProxiedConnection(Socket client, Socket server, Consumer<ProxiedConnection> onEnd)
      throws IOException {
    this.client = client;
    this.server = server;
    this.onEnd = onEnd;
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
  }

  void start() {
    Thread.ofVirtual().start(() -> carry(client, server));
    Thread.ofVirtual().start(() -> carry(server, client));
  }

  void suffer(Fault fault) {
    suffered = new Suffered(fault, new AtomicInteger(), new AtomicBoolean());
  }

  private void carry(Socket from, Socket to) {
    byte[] piece = new byte[PIECE];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
        if (!pass(piece, count, out)) {
          return;
        }
      }
      to.shutdownOutput();
    } catch (IOException e) {
      end(false);
    } finally {
      if (directions.decrementAndGet() == 0) {
        end(false);
      }
    }
  }

  /** Whether the connection goes on. */
  private boolean pass(byte[] piece, int count, OutputStream out) throws IOException {
    Suffered now = suffered;
    int before = now.passed().getAndAdd(count);
    switch (now.fault()) {
      case Fault.None() -> out.write(piece, 0, count);
      case Fault.Delay(var time) -> {
        LockSupport.parkNanos(time.toNanos());
        out.write(piece, 0, count);
      }
      case Fault.SingleBytes() -> {
        for (int i = 0; i < count; i++) {
          out.write(piece, i, 1);
        }
      }
      case Fault.Stall(var after, var time) -> {
        if (before + count > after && now.done().compareAndSet(false, true)) {
          out.write(piece, 0, Math.max(0, after - before));
          LockSupport.parkNanos(time.toNanos());
          int sent = Math.max(0, after - before);
          out.write(piece, sent, count - sent);
        } else {
          out.write(piece, 0, count);
        }
      }
      case Fault.Cut(var after) -> {
        return passUpTo(after - before, piece, count, out) || end(false);
      }
      case Fault.Reset(var after) -> {
        return passUpTo(after - before, piece, count, out) || end(true);
      }
      case Fault.HalfClose(var after) -> {
        if (passUpTo(after - before, piece, count, out)) {
          return true;
        }
        client.shutdownOutput();
      }
    }
    return true;
  }

  private static boolean passUpTo(int room, byte[] piece, int count, OutputStream out)
      throws IOException {
    out.write(piece, 0, Math.clamp(room, 0, count));
    return room >= count;
  }

  /** Ends both sides; always false. */
  boolean end(boolean reset) {
    if (ended.compareAndSet(false, true)) {
      close(client, reset);
      close(server, reset);
      onEnd.accept(this);
    }
    return false;
  }

  private static void close(Socket socket, boolean reset) {
    try {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    } catch (IOException e) {
      // It is gone already.
      return;
    }
  }
}
