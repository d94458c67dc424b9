package org.sqlxos.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills what a product belongs to: {@code categories} and {@code suppliers}. */
final class RangeRows {

  private final Connection connection;
  private final Choice choice = new Choice("range");

  RangeRows(Connection connection) {
    this.connection = connection;
  }

  /** Every level of every path becomes a category. */
  Map<String, Integer> categories() throws IOException, SQLException {
    Map<String, Integer> ids = new LinkedHashMap<>();
    Map<String, Integer> children = new HashMap<>();
    try (RowWriter rows =
        new RowWriter(connection, "categories", "id parent_id slug name position")) {
      for (List<String> row : Vocabulary.table("products.txt")) {
        String path = "";
        for (String name : row.getFirst().split("/")) {
          String parent = path;
          path = parent.isEmpty() ? name : parent + "/" + name;
          if (!ids.containsKey(path)) {
            ids.put(path, ids.size() + 1);
            int position = children.merge(parent, 1, Integer::sum);
            rows.add(ids.size(), ids.get(parent), slug(path), name, position);
          }
        }
      }
    }
    return ids;
  }

  private static String slug(String path) {
    return path.toLowerCase(Locale.ROOT).replace('/', '-').replace(' ', '-');
  }

  int suppliers(List<Country> countries) throws IOException, SQLException {
    Map<String, List<String>> words = Vocabulary.lists("words.txt", ";");
    List<String> names = words.getOrDefault("supplier", List.of());
    List<String> certifications = words.getOrDefault("certification", List.of());
    try (RowWriter rows =
        new RowWriter(
            connection,
            "suppliers",
            "id name country_code email founded lead_time reliability certifications active")) {
      for (int id = 1; id <= names.size(); id++) {
        rows.add(
            id,
            names.get(id - 1),
            choice.of(countries).code(),
            "sales@supplier%02d.example".formatted(id),
            founded(),
            choice.of(List.of("P2D", "P5D", "P1W", "P10D", "P2W", "P1M", "P1M15D")),
            Math.round(choice.between(0.82, 0.999) * 1000) / 1000.0,
            choice.several(certifications, 0, 3),
            choice.chance(0.93));
      }
    }
    return names.size();
  }

  private @Nullable LocalDate founded() {
    return choice.chance(0.85)
        ? Calendar.day(choice, LocalDate.of(1874, 1, 1), LocalDate.of(2018, 1, 1))
        : null;
  }
}
