package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sqlxos.testkit.tls.TestAuthority;

/** The options and first statements that MySQL and MariaDB share. */
final class MysqlFamily {

  private MysqlFamily() {}

  /**
   * Where a product lies.
   *
   * @param folder its files
   * @param messages the messages among them
   */
  record Home(Path folder, Path messages) {

    /** Where an archive is unpacked. */
    static Home unpacked(Layout layout) {
      return new Home(layout.home(), layout.home().resolve("share"));
    }
  }

  /** The product's program with the places of its files; options of its defaults come first. */
  static List<String> server(Layout layout, Path program, Home home) {
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "--no-defaults",
                "--basedir=" + home.folder(),
                "--datadir=" + layout.data(),
                "--lc-messages-dir=" + home.messages()));
    if (Machine.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  static List<String> listening(Layout layout, int port) {
    TestAuthority authority = ServerCertificate.authority(layout);
    return List.of(
        "--port=" + port,
        "--bind-address=127.0.0.1",
        // Relative to the data: the path of a socket must not exceed 107 bytes.
        "--socket=server.sock",
        "--pid-file=server.pid",
        // A server that starts removes temporary tables there: those of another one as well.
        "--tmpdir=" + layout.run(),
        "--init-file=" + firstStatements(layout),
        "--skip-name-resolve",
        // One of its own would be an RSA key of 4096 bits in MariaDB: seconds, many if busy.
        "--ssl-ca=" + authority.certificate(),
        "--ssl-cert=" + authority.certificate(ServerCertificate.NAME),
        "--ssl-key=" + authority.key(ServerCertificate.NAME),
        "--character-set-server=utf8mb4",
        "--default-time-zone=+00:00",
        // The data live as long as the build: a crash of the machine may take them.
        "--innodb-flush-log-at-trx-commit=0",
        "--innodb-doublewrite=0",
        "--innodb-buffer-pool-size=64M");
  }

  /** The server runs them, one a line, before it takes connections. */
  static void writeFirstStatements(Layout layout, Login administrator) throws IOException {
    AtomicText.write(
        firstStatements(layout),
        """
        ALTER USER 'root'@'localhost' IDENTIFIED BY '%2$s';
        CREATE USER '%1$s'@'%%' IDENTIFIED BY '%2$s';
        GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'%%' WITH GRANT OPTION;
        """
            .formatted(administrator.user(), administrator.password()));
  }

  private static Path firstStatements(Layout layout) {
    return layout.run().resolve("first.sql");
  }
}
