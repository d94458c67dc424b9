package org.sqlxos.wirevm.internal.session;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.compile.Binding;
import org.sqlxos.wirevm.internal.frame.CompressedStreams;
import org.sqlxos.wirevm.internal.frame.Compression;
import org.sqlxos.wirevm.internal.frame.FrameInput;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.frame.Framing;
import org.sqlxos.wirevm.internal.frame.HttpBodies;
import org.sqlxos.wirevm.internal.frame.HttpStreams;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.trace.Trace;

/**
 * The socket of one connection: plain at first, then perhaps encrypted, then perhaps compressed.
 */
final class WireSocket implements AutoCloseable {

  private static final int FIRST_BYTES = 4096;

  /** What greetings and logins never need, so that nobody who has not proven himself gets more. */
  private static final int STRANGERS_BYTES = 64 * 1024;

  private final WireUrl url;
  private final CompiledProtocol protocol;
  private final InputStream arriving;
  private Socket socket;
  private OutputStream output;
  private final FrameInput input;
  private final FrameOutput steps = new FrameOutput(FIRST_BYTES);
  private @Nullable Trace trace;

  private WireSocket(WireUrl url, CompiledProtocol protocol, Socket socket) throws IOException {
    this.url = url;
    this.protocol = protocol;
    this.socket = socket;
    this.arriving = socket.getInputStream();
    Streams streams = streams(protocol, arriving, socket.getOutputStream());
    this.output = streams.output();
    this.input =
        new FrameInput(
            streams.input(), Math.min(STRANGERS_BYTES, protocol.protocol().maxFrameBytes()));
  }

  /** What frames are read from and written to. */
  private record Streams(InputStream input, OutputStream output) {}

  private static Streams streams(CompiledProtocol protocol, InputStream from, OutputStream to) {
    Optional<HttpBodies> http = protocol.protocol().http();
    if (http.isEmpty()) {
      return new Streams(from, to);
    }
    HttpStreams streams =
        HttpStreams.over(http.get(), protocol.protocol().maxFrameBytes(), from, to);
    return new Streams(streams.input(), streams.output());
  }

  static WireSocket open(WireUrl url, CompiledProtocol protocol, Deadline deadline) {
    List<InetAddress> addresses = addresses(url.server());
    IOException last = null;
    for (int i = 0; i < addresses.size(); i++) {
      // One that is silent leaves the others their part of the time.
      long nanos =
          Math.min(url.timeouts().connect().toNanos(), deadline.remainingNanos())
              / (addresses.size() - i);
      Socket socket = new Socket();
      try {
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        socket.connect(
            new InetSocketAddress(addresses.get(i), url.port()),
            (int) Math.max(1, nanos / 1_000_000));
        return new WireSocket(url, protocol, socket);
      } catch (IOException e) {
        closeQuietly(socket);
        last = e;
      }
    }
    throw unreachable(url.server(), last == null ? "it has no address" : reason(last));
  }

  /** All that the name stands for now: asked anew each time, for it may have moved. */
  private static List<InetAddress> addresses(Host server) {
    InetAddress only = server.address();
    if (only != null) {
      return List.of(only);
    }
    try {
      return List.of(InetAddress.getAllByName(server.name()));
    } catch (UnknownHostException e) {
      throw unreachable(server, "the host's name is unknown");
    }
  }

  private static ProblemException unreachable(Host server, String reason) {
    return WireProblem.UNREACHABLE.problem(
        "Nothing answers at %s: %s".formatted(server, reason),
        "Check host and port of the URL, that the server runs, and that no firewall is between.");
  }

  /** The address that it is connected to. */
  InetAddress address() {
    return socket.getInetAddress();
  }

  private static String reason(IOException e) {
    if (e instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    return String.valueOf(e.getMessage());
  }

  FrameInput input() {
    return input;
  }

  /** How many bytes have arrived that nobody has read, as the server sent them. */
  int arrived() throws IOException {
    return arriving.available();
  }

  /** Tells what passes from now on; before the first message. */
  void traceTo(Trace newTrace) {
    trace = newTrace;
  }

  /** Who is told what passes; null if nobody is. */
  @Nullable Trace trace() {
    return trace;
  }

  /** No read waits longer than this; {@link Duration#ZERO} means for ever. */
  void waitAtMost(Duration longest) throws IOException {
    socket.setSoTimeout((int) longest.toMillis());
  }

  /** No read waits longer than the URL allows an answer to be awaited. */
  void waitAsUsual() throws IOException {
    waitAtMost(url.timeouts().silence());
  }

  /** Sends one message outside of the pipeline: while the connection is made, or in an answer. */
  int send(CompiledMessage message, Slots slots, int sequence) throws IOException {
    return send(message, slots, NoBinding.INSTANCE, sequence);
  }

  /** The same with the values that the message takes from a statement. */
  int send(CompiledMessage message, Slots slots, Binding binding, int sequence) throws IOException {
    steps.truncate(0);
    int next = message.write(steps, slots, binding, sequence);
    if (trace != null) {
      trace.sent(message.message, steps, 0, slots);
    }
    output.write(steps.array(), 0, steps.size());
    output.flush();
    return next;
  }

  void write(FrameOutput bytes) throws IOException {
    output.write(bytes.array(), 0, bytes.size());
    output.flush();
  }

  void startTls(Slots slots) throws IOException {
    input.requireNothingMore();
    SSLSocket encrypted = TlsUpgrade.start(socket, url, slots.text(protocol.places.tlsProtocol));
    Streams streams = streams(protocol, encrypted.getInputStream(), encrypted.getOutputStream());
    input.continueWith(streams.input());
    socket = encrypted;
    output = streams.output();
    slots.setNumber(protocol.places.tlsOn, 1);
    if (trace != null) {
      trace.encrypted(
          encrypted.getSession().getProtocol(), encrypted.getSession().getCipherSuite());
    }
    slots.setObject(protocol.places.tlsEndpoint, TlsUpgrade.endPoint(encrypted));
  }

  /** From here on frames, of the given framing, are wrapped in compressed ones. */
  void startCompression(Framing framing) throws IOException {
    Compression layout =
        protocol
            .protocol()
            .compression()
            .orElseThrow(
                () ->
                    WireProblem.PACK_INVALID.problem(
                        "The pack starts a compression that it does not describe"));
    CompressedStreams streams =
        CompressedStreams.over(layout, framing, socket.getInputStream(), output);
    input.continueWith(streams.input());
    output = streams.output();
  }

  @Override
  public void close() {
    closeQuietly(socket);
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is not used again, whatever the reason.
      return;
    }
  }
}
