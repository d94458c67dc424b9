package org.sqlxos.assembly;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.sqlxos.testkit.await.Await;

/**
 * A server of Debian's package with everything that it writes in one folder: it runs beside a
 * service of that package, and without one. Users of other systems have it where the package has.
 */
final class FirebirdServer {

  private static final Path PACKAGED = Path.of("/etc/firebird/3.0");

  private final Process process;
  private final int port;
  private final Path database;

  private FirebirdServer(Process process, int port, Path database) {
    this.process = process;
    this.port = port;
    this.database = database;
  }

  static FirebirdServer start(Path folder) throws IOException, InterruptedException {
    int port = Ports.free();
    Path security = folder.resolve("security3.fdb");
    Files.createDirectories(folder.resolve("lock"));
    Files.writeString(
        folder.resolve("firebird.conf"),
        """
        RemoteServicePort = %d
        RemoteBindAddress = 127.0.0.1
        SecurityDatabase = %s
        AuthServer = Srp
        AuthClient = Srp
        UserManager = Srp
        ServerMode = Super
        """
            .formatted(port, security));
    Files.writeString(
        folder.resolve("databases.conf"),
        "security.db = %s\n{\n  RemoteAccess = false\n}\n".formatted(security));
    Files.copy(PACKAGED.resolve("plugins.conf"), folder.resolve("plugins.conf"));
    Path database = folder.resolve("rest.fdb");
    isql(
        folder,
        """
        CREATE DATABASE '%s';
        CREATE USER sysdba PASSWORD 'masterkey' USING PLUGIN Srp;
        COMMIT;
        CREATE DATABASE '%s' DEFAULT CHARACTER SET UTF8;
        """
            .formatted(security, database));
    Process process = run(folder, "/usr/sbin/firebird").start();
    Await.until("the server listens", Duration.ofSeconds(20), () -> listens(port));
    return new FirebirdServer(process, port, database);
  }

  private static ProcessBuilder run(Path folder, String... command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("FIREBIRD", folder.toString());
    builder.environment().put("FIREBIRD_LOCK", folder.resolve("lock").toString());
    return builder.redirectOutput(
        ProcessBuilder.Redirect.appendTo(folder.resolve("output.log").toFile()));
  }

  private static void isql(Path folder, String script) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("create.sql"), script);
    Process process = run(folder, "isql-fb", "-user", "sysdba", "-input", file.toString()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException(Files.readString(folder.resolve("output.log")));
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code //host:port/database}. */
  String address() {
    return "//127.0.0.1:" + port + "/" + database;
  }

  void stop() throws InterruptedException {
    process.destroy();
    process.waitFor(20, TimeUnit.SECONDS);
  }
}
