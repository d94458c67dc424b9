package org.sqlxos.wirevm.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The engine knows no database by name: what it speaks is in the packs. */
class NoProductNameTest {

  private static final Pattern PRODUCT =
      Pattern.compile(
          "sqlite|postgres|mysql|mariadb|oracle|mssql|sqlserver|duckdb|\\bderby|firebird|cassandra"
              + "|mongo|redis|neo4j|clickhouse|influx|questdb|cockroach|snowflake|\\bh2\\b|\\bdb2\\b",
          Pattern.CASE_INSENSITIVE);

  @Test
  void noSourceNamesADatabase() throws IOException {
    List<Path> sources;
    try (var files = Files.walk(Path.of("src/main"))) {
      sources = files.filter(Files::isRegularFile).toList();
    }
    assertTrue(sources.size() > 40, "only " + sources.size() + " files were seen");
    List<Path> naming =
        sources.stream().filter(source -> PRODUCT.matcher(content(source)).find()).toList();
    assertEquals(List.of(), naming);
  }

  private static String content(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
