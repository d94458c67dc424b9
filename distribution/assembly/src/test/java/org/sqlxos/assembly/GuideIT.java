package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Types the guides line by line. A block of {@code sh} is run by a shell; each line that it prints
 * equals, as JSON, the line at the same place of the {@code json} block that follows.
 */
class GuideIT {

  private static final Pattern BLOCK =
      Pattern.compile("```sh\\n(.*?)```\\s+```json\\n(.*?)```", Pattern.DOTALL);
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * What needs more than the sample shop. WirePackGuideIT, DriversGuideIT, SecurityGuideIT,
   * PostgresqlRestIT, MongodbRestIT and RedisRestIT type theirs; of the others only what they show
   * is tested, by the integration tests of their packs and modules.
   */
  private static final Set<String> OF_OTHER_DATABASES =
      Set.of(
          "write-a-wire-pack.md",
          "security.md",
          "functions.md",
          "drivers.md",
          "cassandra.md",
          "clickhouse.md",
          "mongodb.md",
          "redis.md",
          "jdbc.md",
          "fuzz.md");

  static Stream<Path> guides() throws IOException {
    return Files.list(Path.of("../../docs/guides"))
        .filter(file -> file.toString().endsWith(".md"))
        .filter(file -> !OF_OTHER_DATABASES.contains(file.getFileName().toString()))
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("guides")
  void everyCommandPrintsWhatTheGuideSays(Path guide) throws Exception {
    try (Product product = Product.servingCopyOf(Product.HOME.resolve("shop.db"))) {
      type(guide, product);
    }
  }

  /** Types the commands of a guide for a node that serves what the guide is about. */
  static void type(Path guide, Product product) throws Exception {
    Matcher block = BLOCK.matcher(Files.readString(guide));
    int blocks = 0;
    while (block.find()) {
      String commands =
          block
              .group(1)
              .replace("http://127.0.0.1:3000/", product.node().address().toString())
              .replace("sqlx-data/shop.db", product.database().toString());
      assertEquals(documents(block.group(2)), documents(run(commands)), commands);
      blocks++;
    }
    assertTrue(blocks > 0, "the guide has commands");
  }

  private static String run(String commands) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("bash", "-euo", "pipefail", "-c", commands)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String output = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, shell.waitFor(), commands);
    return output;
  }

  /**
   * Answers without a line break at their end stand on one line; documents are told apart by the
   * reader.
   */
  private static List<JsonNode> documents(String text) {
    List<JsonNode> documents = new ArrayList<>();
    try {
      JSON.readerFor(JsonNode.class).<JsonNode>readValues(text).forEachRemaining(documents::add);
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + text, e);
    }
    return documents;
  }
}
