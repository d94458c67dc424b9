package org.sqlxos.benchmarks.rest.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.sqlxos.testkit.server.TestDatabase;

/**
 * A script of {@code peers/express} with the library it is named after; one process. It runs from a
 * copy, so that what npm installs is nowhere among the sources.
 */
final class NodeProgram implements Program {

  private static final Path SOURCES = Build.HOME.resolve("peers/express");
  private static final Path FOLDER = Build.HOME.resolve("target/peers/express");
  private static final Path MODULES = FOLDER.resolve("node_modules");

  private final String name;

  NodeProgram(String name) {
    this.name = name;
  }

  @Override
  public void build() throws IOException {
    Path installed = MODULES.resolve(".package-lock.json");
    boolean install = Build.isStale(installed, SOURCES.resolve("package-lock.json"));
    Files.createDirectories(FOLDER);
    try (Stream<Path> files = Files.list(SOURCES)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, FOLDER.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (install) {
      Build.run(FOLDER, List.of("npm", "ci", "--ignore-scripts"));
    }
    generatePrisma();
  }

  private static void generatePrisma() throws IOException {
    Path generated = MODULES.resolve(".prisma/client/schema.prisma");
    if (Build.isStale(generated, SOURCES.resolve("schema.prisma"))) {
      ProcessBuilder command = new ProcessBuilder("node_modules/.bin/prisma", "generate");
      // The client has no binary engine. The command would still download one, of which it makes no
      // use, unless it is told of one; nor has it to tell anybody that it ran.
      command.environment().put("PRISMA_SCHEMA_ENGINE_BINARY", "/bin/true");
      command.environment().put("CHECKPOINT_DISABLE", "1");
      Build.run(command.directory(FOLDER.toFile()));
    }
  }

  @Override
  public ProcessBuilder command(TestDatabase database, int port, Path folder) {
    ProcessBuilder command = new ProcessBuilder("node", name + ".js").directory(FOLDER.toFile());
    command.environment().put("NODE_ENV", "production");
    command.environment().put("DATABASE_URL", database.url());
    command.environment().put("PORT", String.valueOf(port));
    command.environment().put("POOL", String.valueOf(POOL));
    return command;
  }

  @Override
  public String versions() throws IOException {
    return "node %s, express %s, %s %s, pg %s"
        .formatted(
            Build.say("node", "--version"), version("express"), name, version(name), version("pg"));
  }

  private static String version(String module) throws IOException {
    Path description = MODULES.resolve(module).resolve("package.json");
    return new ObjectMapper().readTree(Files.readString(description)).path("version").asText();
  }
}
