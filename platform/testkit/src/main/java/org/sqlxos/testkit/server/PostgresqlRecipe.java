package org.sqlxos.testkit.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.testkit.tls.TestAuthority;

/**
 * PostgreSQL; see the pages of initdb, postgres and pg_hba.conf in its manual.
 *
 * @param archive where its files are on the class path; nothing if they are installed
 * @param programs the folder of its programs: absolute, or below {@link Layout#home}
 * @param locale options of initdb
 */
record PostgresqlRecipe(Optional<Archive> archive, Path programs, List<String> locale)
    implements Recipe {

  static final PostgresqlRecipe FROM_CLASS_PATH =
      new PostgresqlRecipe(
          Optional.of(new Archive("postgres-linux-x86_64.txz", Archive.Form.TAR_XZ, List.of(""))),
          Path.of("bin"),
          List.of("--no-locale", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));

  /** Debian's package, which is installed beside other versions. */
  static final PostgresqlRecipe DEBIAN_15 =
      new PostgresqlRecipe(
          Optional.empty(), Path.of("/usr/lib/postgresql/15/bin"), List.of("--locale=C.UTF-8"));

  @Override
  public Path executable(Layout layout) throws ServerUnavailableException {
    Path executable = program(layout, "postgres");
    if (!Files.isExecutable(executable)) {
      throw new ServerUnavailableException(
          "%s is missing (Debian package postgresql-15)".formatted(executable));
    }
    return executable;
  }

  private Path program(Layout layout, String name) {
    return layout.home().resolve(programs).resolve(name);
  }

  @Override
  public List<String> initialise(Layout layout, Login administrator)
      throws IOException, ServerUnavailableException {
    Unprivileged unprivileged = Unprivileged.find();
    Path password = layout.run().resolve("password");
    AtomicText.write(password, administrator.password());
    AtomicText.write(authentication(layout), PostgresqlAuthentication.rules());
    unprivileged.give(password);
    unprivileged.give(authentication(layout));
    unprivileged.give(layout.run());
    for (Path file : ServerCertificate.files(layout)) {
      unprivileged.give(file);
    }
    List<String> command =
        new ArrayList<>(
            List.of(
                program(layout, "initdb").toString(),
                "--pgdata=" + layout.data(),
                "--username=" + administrator.user(),
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-sync"));
    command.addAll(locale);
    return unprivileged.command(command);
  }

  private static Path authentication(Layout layout) {
    return layout.run().resolve("pg_hba.conf");
  }

  @Override
  public List<String> start(Layout layout, int port) throws ServerUnavailableException {
    TestAuthority authority = ServerCertificate.authority(layout);
    List<String> command =
        new ArrayList<>(
            List.of(
                executable(layout).toString(),
                "-D",
                layout.data().toString(),
                "-p",
                Integer.toString(port)));
    List<String> settings =
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "hba_file=" + authentication(layout),
            "ssl=on",
            "ssl_ca_file=" + authority.certificate(),
            "ssl_cert_file=" + authority.certificate(ServerCertificate.NAME),
            "ssl_key_file=" + authority.key(ServerCertificate.NAME),
            "timezone=UTC",
            "log_timezone=UTC",
            // The data live as long as the build: a crash of the machine may take them.
            "fsync=off",
            "full_page_writes=off",
            "shared_buffers=64MB");
    settings.forEach(setting -> command.addAll(List.of("-c", setting)));
    return Unprivileged.find().command(command);
  }

  @Override
  public Administration administration() {
    return Administration.POSTGRESQL;
  }
}
