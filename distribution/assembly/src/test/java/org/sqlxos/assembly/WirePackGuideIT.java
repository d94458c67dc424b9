package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlxos.runtime.api.SqlxRuntime;

/** Follows the guide to wire packs: its JSON is the pack, its commands print what it says. */
class WirePackGuideIT {

  private static final Path GUIDE = Path.of("../../docs/guides/write-a-wire-pack.md");
  private static final Pattern JSON_BLOCK = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern COMMAND_BLOCK =
      Pattern.compile("```sh\\n(.*?)```\\s+```text\\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void itsFragmentsAreTheWholePack() throws IOException {
    ObjectNode pack = JSON.createObjectNode();
    Matcher block = JSON_BLOCK.matcher(Files.readString(GUIDE));
    while (block.find()) {
      merge(pack, JSON.readTree(block.group(1)));
    }
    JsonNode whole = JSON.readTree(TideServerProcess.GUIDE.resolve("tide.json").toFile());

    assertEquals(whole, pack);
  }

  private static void merge(ObjectNode into, JsonNode part) {
    part.properties()
        .forEach(
            entry -> {
              if (into.get(entry.getKey()) instanceof ObjectNode there) {
                merge(there, entry.getValue());
              } else {
                into.set(entry.getKey(), entry.getValue());
              }
            });
  }

  @Test
  void everyCommandPrintsWhatTheGuideSays() throws Exception {
    Files.createSymbolicLink(
        folder.resolve("docs"), GUIDE.toAbsolutePath().getParent().getParent());
    Matcher block = COMMAND_BLOCK.matcher(Files.readString(GUIDE));
    int blocks = 0;
    try (TideServerProcess tide = TideServerProcess.start();
        SqlxRuntime node = node(tide)) {
      while (block.find()) {
        String commands =
            block
                .group(1)
                .replace("http://127.0.0.1:3000/", node.address().toString())
                .replace("127.0.0.1:7744", "127.0.0.1:" + tide.port())
                .replace("./distribution/sqlx", command().toString());
        String printed = run(commands).replace("127.0.0.1:" + tide.port(), "127.0.0.1:7744");
        assertEquals(block.group(2).strip(), printed.strip(), commands);
        blocks++;
      }
    }
    assertTrue(blocks >= 5, "only " + blocks + " blocks were run");
  }

  /** Nobody speaks the scheme of its database when it starts. */
  private SqlxRuntime node(TideServerProcess tide) {
    return SqlxRuntime.builder()
        .bundles(Product.HOME.resolve("bundles"))
        .data(folder.resolve("sqlx-data"))
        .set("http.port", "0")
        .set("databases.shore.url", tide.url())
        .set("security.open", "true")
        .start();
  }

  private Path command() throws IOException {
    Path script = folder.resolve("sqlx");
    Files.writeString(
        script,
        """
        #!/bin/sh
        exec '%s' --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
          -Dsqlx.home='%s' -cp '%s/lib/*' org.sqlxos.launcher.Sqlx "$@"
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                Product.HOME.toAbsolutePath(),
                Product.HOME.toAbsolutePath()));
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private String run(String commands) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), commands);
    return output;
  }
}
