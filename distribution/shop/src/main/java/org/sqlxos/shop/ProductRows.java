package org.sqlxos.shop;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills {@code products}, {@code tags} and {@code product_tags}. */
final class ProductRows {

  private static final int VARIANTS = 10;

  private final Connection connection;
  private final Choice choice = new Choice("products");
  private final Map<String, List<String>> words;

  ProductRows(Connection connection) throws IOException {
    this.connection = connection;
    this.words = Vocabulary.lists("words.txt", ";");
  }

  /**
   * @param categories their keys by path
   * @param suppliers how many there are
   */
  List<Product> fill(Map<String, Integer> categories, int suppliers)
      throws IOException, SQLException {
    List<Product> products = new ArrayList<>();
    try (RowWriter rows =
        new RowWriter(
            connection,
            "products",
            """
            id sku ean name description category_id supplier_id price cost weight_kg warranty colors
            specifications thumbnail status released updated_at
            """)) {
      for (List<String> row : Vocabulary.table("products.txt")) {
        Kind kind = Kind.of(row);
        List<String> series = choice.several(words("series"), VARIANTS, VARIANTS);
        for (String name : series) {
          Integer category = categories.get(kind.category());
          Integer supplier = choice.chance(0.96) ? choice.between(1, suppliers) : null;
          products.add(product(rows, products.size() + 1, name, kind, category, supplier));
        }
      }
    }
    tags(products.size());
    return products;
  }

  private Product product(
      RowWriter rows,
      int id,
      String series,
      Kind kind,
      @Nullable Integer category,
      @Nullable Integer supplier)
      throws SQLException {
    String material = choice.of(kind.materials());
    BigDecimal price = price(kind);
    double weight = Math.round(kind.kilograms() * choice.between(0.8, 1.3) * 1000) / 1000.0;
    LocalDate released = Calendar.day(choice, Calendar.OPENED.minusYears(1), Calendar.TODAY);
    boolean draft = choice.chance(0.04);
    boolean discontinued = choice.chance(0.08);
    rows.add(
        id,
        "%s-%05d".formatted(kind.prefix(), 10_000 + id * 7),
        ean(id),
        "%s %s, %s".formatted(series, kind.name(), material),
        description(kind, material),
        category,
        supplier,
        price,
        Choice.money(price.doubleValue() * choice.between(0.35, 0.7)),
        weight,
        kind.warranty(),
        choice.several(words("color"), 1, 4),
        specifications(material, weight),
        Thumbnail.of(choice),
        draft ? "draft" : discontinued ? "discontinued" : "active",
        draft ? null : released,
        Calendar.moment(choice, Calendar.start(released), Calendar.NOW.plusSeconds(1)));
    return new Product(id, price, weight, released, !draft);
  }

  /** Prices end as prices do. */
  private BigDecimal price(Kind kind) {
    double price = choice.between(kind.least(), kind.greatest());
    double end = choice.of(List.of(0.0, 0.5, 0.9, 0.95, 0.99));
    return Choice.money(Math.floor(price) + end);
  }

  /** A number of the range for use inside a shop (it begins with 2), with its check digit. */
  static long ean(int id) {
    long digits = 200_000_000_000L + id * 104_729L % 99_999_999_999L;
    int sum = 0;
    long left = digits;
    for (int position = 0; position < 12; position++) {
      sum += (int) (left % 10) * (position % 2 == 0 ? 3 : 1);
      left /= 10;
    }
    return digits * 10 + (10 - sum % 10) % 10;
  }

  private String description(Kind kind, String material) {
    String open =
        choice.of(words("describe-open")).replace("{thing}", kind.name().toLowerCase(Locale.ROOT));
    String made = choice.of(words("describe-material")).replace("{material}", material);
    made = made.substring(0, 1).toUpperCase(Locale.ROOT) + made.substring(1);
    return "%s. %s. %s".formatted(open, made, choice.of(words("describe-end")));
  }

  private Map<String, Object> specifications(String material, double weight) {
    Map<String, Object> specifications = new LinkedHashMap<>();
    specifications.put("material", material);
    specifications.put("weight", Map.of("kg", weight));
    specifications.put(
        "dimensions_cm",
        List.of(choice.between(5, 60), choice.between(5, 60), choice.between(2, 90)));
    if (choice.chance(0.3)) {
      specifications.put("dishwasher_safe", choice.chance(0.5));
    }
    return specifications;
  }

  private void tags(int products) throws SQLException {
    List<String> labels = words("tag");
    List<Integer> ids = new ArrayList<>();
    try (RowWriter rows = new RowWriter(connection, "tags", "id label")) {
      for (String label : labels) {
        ids.add(ids.size() + 1);
        rows.add(ids.size(), label);
      }
    }
    try (RowWriter rows = new RowWriter(connection, "product_tags", "product_id tag_id")) {
      for (int product = 1; product <= products; product++) {
        for (Integer tag : choice.several(ids, 1, 5)) {
          rows.add(product, tag);
        }
      }
    }
  }

  private List<String> words(String what) {
    return words.getOrDefault(what, List.of());
  }

  /** One line of products.txt. */
  private record Kind(
      String category,
      String name,
      double least,
      double greatest,
      double kilograms,
      @Nullable String warranty,
      List<String> materials) {

    static Kind of(List<String> row) {
      return new Kind(
          row.get(0),
          row.get(1),
          Double.parseDouble(row.get(2)),
          Double.parseDouble(row.get(3)),
          Double.parseDouble(row.get(4)),
          row.get(5).equals("-") ? null : row.get(5),
          Vocabulary.split(row.get(6), ","));
    }

    String prefix() {
      String[] levels = category.split("/");
      return (levels[0].substring(0, 2) + levels[1].charAt(0)).toUpperCase(Locale.ROOT);
    }
  }
}
