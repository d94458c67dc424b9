package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** MySQL; see the pages of mysqld's options in its manual. */
record MysqlRecipe() implements Recipe {

  @Override
  public Optional<Archive> archive() {
    return Optional.of(new Archive("mysql-Linux-amd64.tar.gz", Archive.Form.TAR_GZ, List.of("")));
  }

  @Override
  public Path executable(Layout layout) {
    return layout.home().resolve("bin/mysqld");
  }

  @Override
  public List<String> initialise(Layout layout, Login administrator) throws IOException {
    MysqlFamily.writeFirstStatements(layout, administrator);
    List<String> command =
        new ArrayList<>(
            MysqlFamily.server(layout, executable(layout), MysqlFamily.Home.unpacked(layout)));
    command.add("--initialize-insecure");
    return command;
  }

  @Override
  public List<String> start(Layout layout, int port) {
    List<String> command =
        new ArrayList<>(
            MysqlFamily.server(layout, executable(layout), MysqlFamily.Home.unpacked(layout)));
    command.addAll(MysqlFamily.listening(layout, port));
    command.addAll(List.of("--mysqlx=0", "--disable-log-bin", "--performance-schema=0"));
    return command;
  }

  @Override
  public Administration administration() {
    return Administration.MYSQL;
  }
}
