package org.sqlxos.testkit.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sqlxos.testkit.await.Await;

/**
 * A server of one test alone, which may do with it what it would not do to a server that others
 * use: kill it, start it again, make a standby follow it. It ends with the test, and loses nothing
 * that it has acknowledged when its processes are killed.
 */
public final class PrivateServer implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String DATABASE = "postgres";

  private final DatabaseServer kind;
  private final Layout layout;
  private final Login administrator;
  private final int port;
  private final List<String> command;
  private @Nullable Process process;

  private PrivateServer(
      DatabaseServer kind, Layout layout, Login administrator, int port, List<String> command) {
    this.kind = kind;
    this.layout = layout;
    this.administrator = administrator;
    this.port = port;
    this.command = command;
  }

  /**
   * Makes and starts one.
   *
   * @throws org.opentest4j.TestAbortedException if it cannot run on this machine
   */
  public static PrivateServer start(DatabaseServer kind) {
    try {
      Layout layout = layout(kind);
      Login administrator = Login.withRandomPassword("sqlxos_administrator");
      Recipe recipe = kind.recipe();
      if (recipe.archive().isPresent()) {
        new Unpacking(recipe.archive().get(), layout.home()).run();
      }
      Machine.requireLibraries(recipe.executable(layout));
      ServerCertificate.make(layout);
      run(layout, recipe.initialise(layout, administrator));
      int port = freePort();
      List<String> command = new ArrayList<>(recipe.start(layout, port));
      switch (kind) {
        case POSTGRESQL, POSTGRESQL_15 -> allowReplication(layout, administrator);
        case MYSQL, MARIADB, MARIADB_10_11 ->
            // What is acknowledged is with the operating system, which is not killed.
            command.add("--innodb-flush-log-at-trx-commit=2");
      }
      PrivateServer server = new PrivateServer(kind, layout, administrator, port, command);
      server.restart();
      // Of the first start only: the user is there now.
      command.removeIf(option -> option.startsWith("--init-file="));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServerUnavailableException e) {
      throw UnavailableServerRule.ofThisEnvironment().toThrow(e);
    }
  }

  private static Layout layout(DatabaseServer kind) throws IOException {
    Path base = Files.createTempDirectory("sqlxos-private-");
    return BuildDirectory.open(base, LinuxProcess.current()).newServer(kind);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void run(Layout layout, List<String> program)
      throws IOException, ServerUnavailableException {
    try {
      Process started = begin(layout, program);
      if (started.waitFor() != 0) {
        throw new ServerUnavailableException(
            program + " failed:\n" + Files.readString(layout.log()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServerUnavailableException("interrupted");
    }
  }

  private static Process begin(Layout layout, List<String> program) throws IOException {
    return new ProcessBuilder(program)
        .directory(layout.run().toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(layout.log().toFile()))
        .start();
  }

  private static void allowReplication(Layout layout, Login administrator) throws IOException {
    Path rules = layout.run().resolve("pg_hba.conf");
    Files.writeString(
        rules,
        Files.readString(rules)
            + "host replication %s 127.0.0.1/32 scram-sha-256\n".formatted(administrator.user()));
  }

  /** Starts it again, with the data and on the port that it had. */
  public void restart() {
    try {
      process = begin(layout, command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Await.until(kind.title() + " to accept a login", LIMIT, this::accepts);
  }

  private boolean accepts() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      if (process != null && !process.isAlive()) {
        try {
          // Its children may still have had their hands on its memory.
          process = begin(layout, command);
        } catch (IOException failed) {
          throw new UncheckedIOException(failed);
        }
      }
      return false;
    }
  }

  /** Kills all of its processes at once, as a failure of its machine would. */
  public void kill() {
    Process running = process;
    if (running == null) {
      return;
    }
    List<ProcessHandle> all =
        Stream.concat(Stream.of(running.toHandle()), running.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    Await.until(
        "its processes to end", LIMIT, () -> all.stream().noneMatch(ProcessHandle::isAlive));
    process = null;
  }

  /** A standby that has taken in what this one commits before that is acknowledged. */
  public PrivateServer standby() {
    try {
      Layout other = layout(kind);
      int otherPort = freePort();
      PostgresqlRecipe recipe = PostgresqlRecipe.DEBIAN_15;
      ServerCertificate.make(other);
      Unprivileged unprivileged = Unprivileged.find();
      unprivileged.give(other.run());
      for (Path file : ServerCertificate.files(other)) {
        unprivileged.give(file);
      }
      Path rules = other.run().resolve("pg_hba.conf");
      Files.copy(layout.run().resolve("pg_hba.conf"), rules);
      unprivileged.give(rules);
      String source =
          "host=127.0.0.1 port=%d user=%s password=%s application_name=standby"
              .formatted(port, administrator.user(), administrator.password());
      run(
          other,
          unprivileged.command(
              List.of(
                  recipe.programs().resolve("pg_basebackup").toString(),
                  "--pgdata=" + other.data(),
                  "--dbname=" + source,
                  "--checkpoint=fast",
                  "--write-recovery-conf",
                  "--no-sync")));
      PrivateServer standby =
          new PrivateServer(kind, other, administrator, otherPort, recipe.start(other, otherPort));
      standby.restart();
      execute("ALTER SYSTEM SET synchronous_standby_names = 'standby'");
      execute("SELECT pg_reload_conf()");
      Await.until(
          "the standby to be synchronous",
          LIMIT,
          () -> "sync".equals(ask("SELECT max(sync_state) FROM pg_stat_replication")));
      return standby;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ServerUnavailableException e) {
      throw UnavailableServerRule.ofThisEnvironment().toThrow(e);
    }
  }

  /** Makes a standby a primary; returns when it is one. */
  public void promote() {
    execute("SELECT pg_promote(true)");
  }

  private void execute(String statement) {
    ask(statement);
  }

  /** The first value that a statement gives, asked through the vendor's driver. */
  public @Nullable String ask(String statement) {
    try (Connection connection = connect();
        Statement asked = connection.createStatement()) {
      if (!asked.execute(statement)) {
        return null;
      }
      try (ResultSet rows = asked.getResultSet()) {
        return rows.next() ? rows.getString(1) : null;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(statement, e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(
        administration().jdbcUrl(port, database()), administrator.user(), administrator.password());
  }

  private Administration administration() {
    return kind.recipe().administration();
  }

  private String database() {
    return administration() == Administration.POSTGRESQL ? DATABASE : "mysql";
  }

  public int port() {
    return port;
  }

  /** The URL as the product takes it, with another place in the place of host and port. */
  public String url(String place) {
    return administration()
        .nativeUrl(port, database(), administrator)
        .replace("127.0.0.1:" + port, place);
  }

  /** The URL as the product takes it. */
  public String url() {
    return url("127.0.0.1:" + port);
  }

  @Override
  public void close() {
    kill();
    try {
      FileTree.delete(Objects.requireNonNull(layout.buildDirectory().getParent()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
