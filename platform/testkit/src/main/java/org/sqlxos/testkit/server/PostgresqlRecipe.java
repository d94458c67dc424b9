package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** PostgreSQL; see the pages of initdb and postgres in its manual. */
record PostgresqlRecipe() implements Recipe {

  @Override
  public Archive archive() {
    return new Archive("postgres-linux-x86_64.txz", Archive.Form.TAR_XZ, List.of(""));
  }

  @Override
  public String executable() {
    return "bin/postgres";
  }

  @Override
  public List<String> initialise(Layout layout, Login administrator)
      throws IOException, ServerUnavailableException {
    Unprivileged unprivileged = Unprivileged.find();
    Path password = layout.run().resolve("password");
    AtomicText.write(password, administrator.password());
    unprivileged.give(password);
    unprivileged.give(layout.run());
    return unprivileged.command(
        List.of(
            layout.home().resolve("bin/initdb").toString(),
            "--pgdata=" + layout.data(),
            "--username=" + administrator.user(),
            "--pwfile=" + password,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--no-sync"));
  }

  @Override
  public List<String> start(Layout layout, int port) throws ServerUnavailableException {
    return Unprivileged.find()
        .command(
            List.of(
                layout.home().resolve(executable()).toString(),
                "-D",
                layout.data().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "timezone=UTC",
                "-c",
                "log_timezone=UTC",
                // The data live as long as the build: a crash of the machine may take them.
                "-c",
                "fsync=off",
                "-c",
                "full_page_writes=off",
                "-c",
                "shared_buffers=64MB"));
  }

  @Override
  public Administration administration() {
    return Administration.POSTGRESQL;
  }
}
