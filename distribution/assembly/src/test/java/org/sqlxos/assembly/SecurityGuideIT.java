package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Types the guide to security line by line, for a node that serves the shop with its policy. */
class SecurityGuideIT {

  private static final Path GUIDE = Path.of("../../docs/guides/security.md");
  private static final Pattern POLICY = Pattern.compile("```yaml\\n(roles:.*?)```", Pattern.DOTALL);
  private static final Pattern BLOCK =
      Pattern.compile("```sh\\n(.*?)```\\s+```text\\n(.*?)```", Pattern.DOTALL);

  @Test
  void everyCommandPrintsWhatTheGuideSays() throws Exception {
    String guide = Files.readString(GUIDE);
    Matcher policy = POLICY.matcher(guide);
    assertTrue(policy.find(), "the guide has a policy");
    Path shop = Files.createTempFile("sqlx-shop", ".db");
    Files.write(shop, Files.readAllBytes(Product.HOME.resolve("shop.db")));
    try (GuardedNode node =
        GuardedNode.serving(
            "sqlite:" + shop, policy.group(1), Map.of("security.jwt.skew.seconds", "5"))) {
      Files.createSymbolicLink(node.data().resolve("shop.db"), shop);
      Path folder = node.data().resolveSibling("sqlx-data");
      Files.createSymbolicLink(folder, node.data());
      Matcher block = BLOCK.matcher(guide);
      int blocks = 0;
      while (block.find()) {
        String commands =
            block
                .group(1)
                .replace("http://127.0.0.1:3000/", node.node().address().toString())
                .replace("./distribution/sqlx", command(node.data()).toString());
        assertEquals(block.group(2).strip(), run(commands, folder.getParent()).strip(), commands);
        blocks++;
      }
      assertTrue(blocks >= 3, "only " + blocks + " blocks were run");
    } finally {
      Files.delete(shop);
    }
  }

  private static Path command(Path folder) throws IOException {
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

  private static String run(String commands, Path folder) throws Exception {
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
