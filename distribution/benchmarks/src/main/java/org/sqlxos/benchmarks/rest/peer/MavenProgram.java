package org.sqlxos.benchmarks.rest.peer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.testkit.server.TestDatabase;

/** A Maven project of its own below {@code peers}, on the JVM's own choice of everything. */
final class MavenProgram implements Program {

  private final Path folder;
  private final String mainClass;
  private final List<String> artifacts;

  /**
   * @param artifacts whose versions are told
   */
  MavenProgram(String name, String mainClass, List<String> artifacts) {
    this.folder = Build.HOME.resolve("peers").resolve(name);
    this.mainClass = mainClass;
    this.artifacts = List.copyOf(artifacts);
  }

  @Override
  public void build() throws IOException {
    if (Build.isStale(classPath(), folder.resolve("pom.xml"), folder.resolve("src"))) {
      List<String> command = new ArrayList<>(List.of("mvn", "-q", "-B", "package"));
      String options = System.getenv("MAVEN_ARGS");
      if (options != null) {
        // Maven reads this variable itself from version 3.9 on.
        command.addAll(Arrays.asList(options.split(" +", -1)));
      }
      Build.run(folder, command);
    }
  }

  private Path classPath() {
    return folder.resolve("target/class-path");
  }

  @Override
  public ProcessBuilder command(TestDatabase database, int port, Path unused) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = folder.resolve("target/classes") + ":" + Files.readString(classPath());
    ProcessBuilder command =
        new ProcessBuilder(
            java, "--enable-native-access=ALL-UNNAMED", "-cp", classes.strip(), mainClass);
    command.environment().put("DATABASE_URL", database.url());
    command.environment().put("JDBC_URL", database.jdbcUrl());
    command.environment().put("DATABASE_USER", database.user());
    command.environment().put("DATABASE_PASSWORD", database.password());
    command.environment().put("PORT", String.valueOf(port));
    command.environment().put("POOL", String.valueOf(POOL));
    return command;
  }

  @Override
  public String versions() throws IOException {
    String classes = Files.readString(classPath());
    List<String> versions = new ArrayList<>();
    for (String artifact : artifacts) {
      Matcher jar = Pattern.compile("/" + artifact + "-(\\d[^/:]*)\\.jar").matcher(classes);
      versions.add(artifact + " " + (jar.find() ? jar.group(1) : "?"));
    }
    return String.join(", ", versions);
  }
}
