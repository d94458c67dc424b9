package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The options and first statements that MySQL and MariaDB share. */
final class MysqlFamily {

  private MysqlFamily() {}

  /** The product's program with the places of its files; options of its defaults come first. */
  static List<String> server(Layout layout, String program) {
    List<String> command =
        new ArrayList<>(
            List.of(
                layout.home().resolve(program).toString(),
                "--no-defaults",
                "--basedir=" + layout.home(),
                "--datadir=" + layout.data(),
                "--lc-messages-dir=" + layout.home().resolve("share")));
    if (Machine.isRoot()) {
      command.add("--user=root");
    }
    return command;
  }

  static List<String> listening(Layout layout, int port) {
    return List.of(
        "--port=" + port,
        "--bind-address=127.0.0.1",
        // Relative to the data: the path of a socket must not exceed 107 bytes.
        "--socket=server.sock",
        "--pid-file=server.pid",
        "--init-file=" + firstStatements(layout),
        "--skip-name-resolve",
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
