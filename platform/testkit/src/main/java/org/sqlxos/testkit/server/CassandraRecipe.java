package org.sqlxos.testkit.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.testkit.tls.TestAuthority;

/**
 * Cassandra in a JVM of its own, which has to be the last that it knows, 17. Options as its own
 * {@code jvm17-server.options} has them; see the page "cassandra.yaml" of its documentation.
 */
record CassandraRecipe() implements Recipe {

  /** Of the JDK's packages those that the server looks into. */
  private static final List<String> OPENED =
      List.of(
          "java.base/java.io",
          "java.base/java.lang",
          "java.base/java.lang.module",
          "java.base/java.lang.reflect",
          "java.base/java.net",
          "java.base/java.nio",
          "java.base/java.util",
          "java.base/java.util.concurrent",
          "java.base/java.util.concurrent.atomic",
          "java.base/jdk.internal.loader",
          "java.base/jdk.internal.math",
          "java.base/jdk.internal.misc",
          "java.base/jdk.internal.module",
          "java.base/jdk.internal.ref",
          "java.base/jdk.internal.reflect",
          "java.base/jdk.internal.util.jar",
          "java.base/sun.nio.ch",
          "java.management.rmi/com.sun.jmx.remote.internal.rmi",
          "java.rmi/sun.rmi.registry",
          "java.rmi/sun.rmi.server",
          "java.rmi/sun.rmi.transport.tcp",
          "jdk.management/com.sun.management.internal");

  private static final Path JDKS = Path.of("/usr/lib/jvm");

  @Override
  public Optional<Archive> archive() {
    return Optional.empty();
  }

  @Override
  public Path executable(Layout layout) throws ServerUnavailableException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(JDKS)) {
      for (Path jdk : found) {
        Path release = jdk.resolve("release");
        Path program = jdk.resolve("bin/java");
        if (Files.isExecutable(program)
            && Files.exists(release)
            && Files.readString(release).contains("JAVA_VERSION=\"17.")) {
          return program;
        }
      }
    } catch (IOException e) {
      throw new ServerUnavailableException("The JDKs of this machine cannot be listed: " + e, e);
    }
    throw new ServerUnavailableException(
        "Cassandra needs a JDK 17 below %s (Debian package openjdk-17-jre-headless)"
            .formatted(JDKS));
  }

  @Override
  public List<String> initialise(Layout layout, Login administrator) throws IOException {
    Path run = layout.run();
    Files.createDirectories(layout.data());
    AtomicText.write(
        run.resolve("logback.xml"),
        """
        <configuration>
          <appender name="OUT" class="ch.qos.logback.core.ConsoleAppender">
            <encoder><pattern>%d %p %c{1} %m%n</pattern></encoder>
          </appender>
          <root level="WARN"><appender-ref ref="OUT"/></root>
        </configuration>
        """);
    TestAuthority authority = ServerCertificate.authority(layout);
    AtomicText.write(
        run.resolve("server.pem"),
        Files.readString(authority.key(ServerCertificate.NAME))
            + Files.readString(authority.certificate(ServerCertificate.NAME)));
    // It makes its data itself when it starts.
    return List.of("true");
  }

  @Override
  public List<String> start(Layout layout, int port) throws ServerUnavailableException {
    Path run = layout.run();
    try {
      AtomicText.write(run.resolve("cassandra.yaml"), configuration(layout, port));
    } catch (IOException e) {
      throw new ServerUnavailableException("Cassandra's configuration cannot be written: " + e, e);
    }
    List<String> command = new ArrayList<>();
    command.add(executable(layout).toString());
    command.addAll(
        List.of("-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    for (String each : OPENED) {
      command.addAll(List.of("--add-opens", each + "=ALL-UNNAMED"));
      command.addAll(List.of("--add-exports", each + "=ALL-UNNAMED"));
    }
    command.addAll(
        List.of(
            "-Dcassandra.config=" + run.resolve("cassandra.yaml").toUri(),
            "-Dcassandra.storagedir=" + layout.data(),
            "-Dlogback.configurationFile=" + run.resolve("logback.xml"),
            "-Djava.io.tmpdir=" + run,
            "-Djna.tmpdir=" + run,
            "-Dcassandra-foreground=yes",
            // There is nobody else to wait for.
            "-Dcassandra.skip_wait_for_gossip_to_settle=0",
            "-Dcassandra.ring_delay_ms=0",
            "-Dcassandra.superuser_setup_delay_ms=0",
            "-Dcassandra.auth_bcrypt_gensalt_log2_rounds=4",
            "-cp",
            classPath(),
            "org.apache.cassandra.service.CassandraDaemon"));
    return command;
  }

  private static String classPath() throws ServerUnavailableException {
    try (InputStream in = CassandraRecipe.class.getResourceAsStream("cassandra.classpath")) {
      if (in == null) {
        throw new ServerUnavailableException(
            "The module platform/testkit-cassandra is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new ServerUnavailableException("Cassandra's class path cannot be read: " + e, e);
    }
  }

  private static String configuration(Layout layout, int port) {
    return """
    cluster_name: tests
    num_tokens: 1
    partitioner: org.apache.cassandra.dht.Murmur3Partitioner
    commitlog_sync: periodic
    commitlog_sync_period: 10000ms
    commitlog_disk_access_mode: legacy
    data_file_directories: [%1$s/data]
    commitlog_directory: %1$s/commitlog
    saved_caches_directory: %1$s/caches
    hints_directory: %1$s/hints
    cdc_raw_directory: %1$s/cdc
    listen_address: 127.0.0.1
    rpc_address: 127.0.0.1
    storage_port: %2$d
    native_transport_port: %3$d
    endpoint_snitch: SimpleSnitch
    seed_provider:
      - class_name: org.apache.cassandra.locator.SimpleSeedProvider
        parameters: [{seeds: "127.0.0.1:%2$d"}]
    authenticator: PasswordAuthenticator
    authorizer: CassandraAuthorizer
    role_manager: CassandraRoleManager
    permissions_validity: 0ms
    roles_validity: 0ms
    credentials_validity: 0ms
    materialized_views_enabled: true
    auto_snapshot: false
    memtable_allocation_type: heap_buffers
    commitlog_segment_size: 8MiB
    file_cache_size: 32MiB
    key_cache_size: 0MiB
    concurrent_reads: 8
    concurrent_writes: 8
    client_encryption_options:
      enabled: true
      optional: true
      keystore: %4$s
      ssl_context_factory:
        class_name: org.apache.cassandra.security.PEMBasedSslContextFactory
    """
        .formatted(layout.data(), storagePort(port), port, layout.run().resolve("server.pem"));
  }

  /** Other nodes would come there; there are none. */
  private static int storagePort(int port) {
    return port > 40_000 ? port - 20_000 : port + 20_000;
  }

  @Override
  public Administration administration() {
    return Administration.CASSANDRA;
  }
}
