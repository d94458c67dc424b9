package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite files that other programs have made: every table and view of them is served. */
class ForeignFilesIT {

  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  @TempDir Path folder;

  @Test
  void aFileOfTheCommandLineWithEveryFeatureIsServed() throws Exception {
    Program sqlite = Program.require("sqlite3");
    sqlite.run(folder, resource("features.sql"), List.of("-bail", "features.db"));

    try (Product product = Product.servingCopyOf(folder.resolve("features.db"))) {
      assertServed(product.http(), "/api", 10);
      Http http = product.http();
      assertEquals(
          "[{\"id\":1,\"n\":1},{\"id\":2,\"n\":\"twelve\"},{\"id\":3,\"n\":1.5},"
              + "{\"id\":4,\"n\":\"3q2+7w==\"},{\"id\":5,\"n\":null},{\"id\":6,\"n\":\"\"},"
              + "{\"id\":7,\"n\":9223372036854775807}]",
          http.get("/api/loose?select=id,n").json().path("data").toString());
      assertEquals(
          "[\"Infinity\",\"-Infinity\",null]",
          values(http.get("/api/numbers?sort=id&select=r").json(), "r"));
      assertEquals(1, http.get("/api/notes?body=like.*fox*").json().at("/data").size());
      assertEquals(201, http.post("/api/audited", "{\"v\":\"new\"}").status());
      assertEquals("new", http.get("/api/audit?sort=-id&limit=1").json().at("/data/0/v").asText());
      assertEquals(6, http.get("/api/boxes/1").json().at("/data/volume").asInt());
    }
  }

  @Test
  void aFileOfPythonIsServed() throws Exception {
    Program python = Program.require("python3");
    python.run(folder, resource("features.py"), List.of("-"));

    try (Product product = Product.servingCopyOf(folder.resolve("python.db"))) {
      assertServed(product.http(), "/api", 3);
      JsonNode row = product.http().get("/api/events/1").json().path("data");
      assertEquals("2026-01-02T03:04:05.678901", row.path("at").asText());
      assertEquals("2026-01-02", row.path("day").asText());
      assertEquals("gASVAgAAAAAAAABdlC4=", row.path("pickled").asText());
      assertEquals(
          "grün 名前 🦉", product.http().get("/api/events/2").json().at("/data/name").asText());
    }
  }

  @Test
  void theProfileOfABrowserIsServed() throws Exception {
    Chromium chromium = Chromium.require();
    chromium.run(folder, "--virtual-time-budget=2000", "--dump-dom", "data:text/html,<p>hello");

    List<Path> files;
    try (Stream<Path> all = Files.walk(folder.resolve("profile"))) {
      files = all.filter(ForeignFilesIT::isDatabase).toList();
    }
    assertTrue(files.size() >= 3, files::toString);
    try (Product product = Product.servingCopiesOf(files)) {
      for (int i = 0; i < files.size(); i++) {
        assertServed(product.http(), "/api/d" + i, 0);
      }
    }
  }

  /** Every relation answers with a list that the document describes, and the document is valid. */
  private static void assertServed(Http http, String base, int relations) {
    OpenApi api = OpenApi.of(http, base);
    JsonNode index = http.get(base).json().path("data");
    assertTrue(index.size() >= relations, index::toString);
    for (JsonNode relation : index) {
      String href = relation.path("href").asText();
      Http.Answer list = http.get(href + "?limit=1000");
      assertEquals(200, list.status(), () -> href + " " + list);
      assertTrue(list.json().path("data").isArray(), list::toString);
      assertFalse(list.json().at("/pagination/total").isMissingNode(), list::toString);
      assertTrue(
          api.document().path("paths").has(href.substring(base.length()))
              || api.document().path("paths").has("/" + relation.path("name").asText()),
          () -> href + " is not in the document");
    }
  }

  private static boolean isDatabase(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
    } catch (IOException e) {
      return false;
    }
  }

  private static String values(JsonNode list, String column) {
    StringBuilder values = new StringBuilder("[");
    for (JsonNode row : list.path("data")) {
      values.append(values.length() == 1 ? "" : ",").append(row.path(column));
    }
    return values.append(']').toString();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ForeignFilesIT.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
