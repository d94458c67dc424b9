package org.sqlxos.testkit.server;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;

/**
 * A server of this build, as it is recorded for the build's other JVMs.
 *
 * @param layout its files
 * @param processes the server and its {@link Keeper}
 */
record RunningServer(
    DatabaseServer kind, Layout layout, Processes processes, int port, Login administrator) {

  private static final int CONNECT_LIMIT_MILLIS = (int) Duration.ofSeconds(5).toMillis();

  /**
   * The two processes of a server.
   *
   * @param server the server itself
   * @param keeper its parent, which ends it
   */
  record Processes(LinuxProcess server, LinuxProcess keeper) {}

  /** Reads the record, if there is one. */
  static Optional<RunningServer> read(DatabaseServer kind, Path record) throws IOException {
    if (!Files.exists(record)) {
      return Optional.empty();
    }
    Properties properties = new Properties();
    properties.load(new StringReader(Files.readString(record)));
    return Optional.of(
        new RunningServer(
            kind,
            new Layout(Path.of(properties.getProperty("directory"))),
            new Processes(
                LinuxProcess.parse(properties.getProperty("server")),
                LinuxProcess.parse(properties.getProperty("keeper"))),
            Integer.parseInt(properties.getProperty("port")),
            new Login(properties.getProperty("user"), properties.getProperty("password"))));
  }

  void write(Path record) throws IOException {
    Properties properties = new Properties();
    properties.setProperty("directory", layout.directory().toString());
    properties.setProperty("server", processes.server().toString());
    properties.setProperty("keeper", processes.keeper().toString());
    properties.setProperty("port", Integer.toString(port));
    properties.setProperty("user", administrator.user());
    properties.setProperty("password", administrator.password());
    StringWriter text = new StringWriter();
    properties.store(text, kind.title());
    AtomicText.write(record, text.toString());
  }

  /** Whether both processes live and the port is open. */
  boolean isUsable() {
    return processes.server().isAlive() && processes.keeper().isAlive() && accepts();
  }

  /** Ends what is left of it: it may hang, or have lost its keeper. */
  void abandon() throws IOException {
    processes.server().kill();
    processes.keeper().kill();
    FileTree.delete(layout.directory());
  }

  private boolean accepts() {
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_LIMIT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
