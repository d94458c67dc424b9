package org.sqlxos.jdbc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.testkit.server.DatabaseServer;
import org.sqlxos.testkit.server.TestDatabase;

/** The one jar that needs nothing beside it, in a JVM of its own. */
class PlainJarIT {

  @TempDir private Path directory;

  private static Path plainJar() throws IOException {
    try (Stream<Path> built = Files.list(Path.of("target"))) {
      return built
          .filter(file -> file.getFileName().toString().endsWith("-plain.jar"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** The program alone, away from the other classes of the tests. */
  private Path program() throws IOException {
    String name = PlainJarMain.class.getName().replace('.', '/') + ".class";
    Path copy = directory.resolve("program").resolve(name);
    Files.createDirectories(copy.getParent());
    try (InputStream compiled = PlainJarMain.class.getResourceAsStream("/" + name)) {
      Files.write(copy, compiled.readAllBytes());
    }
    return directory.resolve("program");
  }

  private List<String> run(List<Path> jars, String... urls)
      throws IOException, InterruptedException {
    List<String> path = new ArrayList<>(List.of(program().toString()));
    jars.forEach(jar -> path.add(jar.toString()));
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                String.join(File.pathSeparator, path),
                PlainJarMain.class.getName()));
    command.addAll(Arrays.asList(urls));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .toList();
    assertEquals(0, process.waitFor(), () -> String.join("\n", lines));
    return lines;
  }

  @Test
  void reachesTheServersWithNothingElseOnTheClassPath()
      throws IOException, InterruptedException, SQLException {
    try (TestDatabase postgresql = DatabaseServer.POSTGRESQL.createDatabase("plain");
        TestDatabase mysql = DatabaseServer.MYSQL.createDatabase("plain")) {
      assertEquals(
          List.of("PostgreSQL 42", "MySQL 42", "TimescaleDB 42", "TiDB 42"),
          run(
              List.of(plainJar()),
              Facade.url(postgresql),
              Facade.url(mysql),
              Facade.url(postgresql).replace("postgresql:", "timescaledb:"),
              Facade.url(mysql).replace("mysql:", "tidb:")));
    }
  }

  @Test
  void saysWhichDriverIsMissing() throws IOException, InterruptedException {
    assertEquals(
        List.of(
            "No jar on the class path has the driver org.h2.Driver [SQLX700]"
                + " Put the driver's jar (Maven: com.h2database:h2) on the class path."),
        run(List.of(plainJar()), "jdbc:sqlx:h2://localhost/none"));
  }

  @Test
  void findsThePackOfAJarBesideIt() throws IOException, InterruptedException {
    Path pack =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.contains("wirepack-bundles-sqlite"))
            .map(Path::of)
            .findFirst()
            .orElseThrow();
    Path file = Files.createFile(directory.resolve("answers.db"));
    assertEquals(List.of("SQLite 42"), run(List.of(plainJar(), pack), "jdbc:sqlx:sqlite:" + file));
  }

  @Test
  void hidesWhatItBrings() throws IOException {
    try (JarFile jar = new JarFile(plainJar().toFile())) {
      List<String> classes =
          jar.stream().map(Object::toString).filter(name -> name.endsWith(".class")).toList();
      assertTrue(classes.size() > 300, classes.size() + " classes");
      assertTrue(classes.stream().allMatch(name -> name.startsWith("org/sqlxos/")));
    }
  }
}
