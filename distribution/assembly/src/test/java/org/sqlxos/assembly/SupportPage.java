package org.sqlxos.assembly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The page that says what each family of databases does; every suite knows one column of it.
 *
 * @param cells by feature, by family
 */
record SupportPage(Map<Feature, Map<String, String>> cells) {

  private static final Path FILE = Path.of("../../docs/reference/support.md");
  private static final List<String> FAMILIES = List.of("PostgreSQL", "MySQL", "MariaDB", "SQLite");

  private static final String HEAD =
      """
      # What REST does on which database

      Every cell is a request that a test sends to the real server: `yes`, or the [code](errors.md) of the 501 that it is answered with. Other databases are on
      [their own page](databases.md). This page is generated.

      """;

  static SupportPage read() throws IOException {
    Map<Feature, Map<String, String>> cells = new EnumMap<>(Feature.class);
    List<String> lines = Files.exists(FILE) ? Files.readAllLines(FILE) : List.of();
    for (Feature feature : Feature.values()) {
      Map<String, String> row = new TreeMap<>();
      lines.stream()
          .filter(line -> line.startsWith("| " + feature.title() + " |"))
          .map(line -> line.split(" *\\| *"))
          .forEach(
              parts -> {
                for (int i = 0; i < FAMILIES.size() && i + 2 < parts.length; i++) {
                  row.put(FAMILIES.get(i), parts[i + 2]);
                }
              });
      cells.put(feature, row);
    }
    return new SupportPage(cells);
  }

  SupportPage with(Feature feature, String family, String cell) {
    Map<Feature, Map<String, String>> all = new EnumMap<>(cells);
    Map<String, String> row = new TreeMap<>(all.get(feature));
    row.put(family, cell);
    all.put(feature, row);
    return new SupportPage(all);
  }

  String text() {
    StringBuilder text = new StringBuilder(HEAD);
    text.append("| | ").append(String.join(" | ", FAMILIES)).append(" |\n");
    text.append("| --- |").append(" --- |".repeat(FAMILIES.size())).append('\n');
    cells.forEach(
        (feature, row) -> {
          text.append("| ").append(feature.title()).append(" |");
          FAMILIES.forEach(
              family -> text.append(' ').append(row.getOrDefault(family, "?")).append(" |"));
          text.append('\n');
        });
    return text.toString();
  }

  void write() throws IOException {
    Files.writeString(FILE, text());
  }
}
