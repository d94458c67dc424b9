package org.sqlxos.assembly;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.sqlxos.assembly.generated.GeneratedColumn;
import org.sqlxos.assembly.generated.GeneratedSchema;
import org.sqlxos.assembly.generated.GeneratedTable;

/**
 * What is created through the API comes back as it was sent, from the API and from the file,
 * whatever the schema is. One node serves several generated databases, for a start costs more than
 * many rows.
 */
class GeneratedSchemaIT {

  private static final int SCHEMAS = 6;
  private static final int ROWS = 12;

  @Property(tries = 3, seed = "20261121", shrinking = ShrinkingMode.OFF)
  void whatIsCreatedComesBackAsItWasSent(@ForAll("numbers") long seed) throws Exception {
    Random random = new Random(seed);
    List<GeneratedSchema> schemas = new ArrayList<>();
    List<Path> files = new ArrayList<>();
    for (int i = 0; i < SCHEMAS; i++) {
      GeneratedSchema schema = GeneratedSchema.any(random);
      schemas.add(schema);
      Path file = Files.createTempFile("generated", ".db");
      OtherProgram.execute(file, schema.ddl());
      files.add(file);
    }
    try (Product product = Product.servingCopiesOf(files)) {
      for (int i = 0; i < SCHEMAS; i++) {
        OpenApi.of(product.http(), "/api/d" + i);
        createAndRead(product, i, schemas.get(i), random);
      }
    }
    for (Path file : files) {
      Files.delete(file);
    }
  }

  @Provide
  static Arbitrary<Long> numbers() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  private static void createAndRead(
      Product product, int database, GeneratedSchema schema, Random random) throws Exception {
    Map<String, List<ObjectNode>> rows = new HashMap<>();
    for (GeneratedTable table : schema.tables()) {
      List<ObjectNode> parents =
          table.parent().map(parent -> rows.get(parent.name())).orElse(List.of());
      List<ObjectNode> sent = table.rows(random, ROWS, parents);
      rows.put(table.name(), sent);
      String path = "/api/d" + database + "/" + Http.encode(table.name());
      for (ObjectNode row : sent) {
        createAndRead(product.http(), path, table, row);
      }
      JsonNode list = product.http().get(path + "?limit=1000").json();
      assertEquals(sent.size(), list.at("/pagination/total").asInt(), schema::ddl);
      for (ObjectNode row : sent) {
        assertTrue(find(list.path("data"), table, row), () -> row + " is not in " + list);
      }
      assertStored(product, database, table, sent);
    }
  }

  private static void createAndRead(Http http, String path, GeneratedTable table, ObjectNode row) {
    Http.Answer created = http.post(path, row.toString());
    assertEquals(201, created.status(), () -> table + "\n" + row + "\n" + created);
    assertSame(table, row, created.json().path("data"));
    Http.Answer read = http.get(created.header("Location"));
    assertEquals(200, read.status(), () -> created.header("Location") + " " + read);
    assertSame(table, row, read.json().path("data"));
  }

  private static void assertSame(GeneratedTable table, ObjectNode sent, JsonNode answered) {
    assertEquals(table.columns().size(), answered.size(), answered::toString);
    for (GeneratedColumn column : table.columns()) {
      assertTrue(
          column.kind().same(sent.get(column.name()), answered.path(column.name())),
          () -> column + "\nsent     " + sent + "\nanswered " + answered);
    }
  }

  private static boolean find(JsonNode list, GeneratedTable table, ObjectNode row) {
    for (JsonNode candidate : list) {
      boolean same =
          table.columns().stream()
              .allMatch(
                  column ->
                      column.kind().same(row.get(column.name()), candidate.path(column.name())));
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static void assertStored(
      Product product, int database, GeneratedTable table, List<ObjectNode> sent) throws Exception {
    Path file = product.database().resolveSibling("d" + database + ".db");
    List<List<String>> stored = OtherProgram.query(file, table.query());
    assertEquals(sent.size(), stored.size());
    for (ObjectNode row : sent) {
      assertTrue(
          stored.stream().anyMatch(values -> stored(table, row, values)),
          () -> "%s\nsent   %s\nstored %s".formatted(table, row, stored));
    }
  }

  private static boolean stored(GeneratedTable table, ObjectNode row, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      GeneratedColumn column = table.columns().get(i);
      JsonNode value = row.get(column.name());
      boolean same =
          value.isNull()
              ? values.get(i).equals("null")
              : column.kind().stored(value, values.get(i));
      if (!same) {
        return false;
      }
    }
    return true;
  }
}
