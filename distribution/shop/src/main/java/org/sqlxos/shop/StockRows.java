package org.sqlxos.shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;

/** Fills {@code warehouses} and {@code inventory}. */
final class StockRows {

  private static final List<Warehouse> WAREHOUSES =
      List.of(
          new Warehouse("BER1", "Berlin Westhafen", "Berlin", "DE", 5_400),
          new Warehouse("LYS1", "Lyon Part-Dieu", "Lyon", "FR", 3_800),
          new Warehouse("GDN1", "Gdańsk Nowy Port", "Gdańsk", "PL", 4_100),
          new Warehouse("OSA1", "大阪南港", "大阪市", "JP", 2_600),
          new Warehouse("CHI1", "Chicago Stockyards", "Chicago", "US", 7_200));

  private final Connection connection;
  private final Choice choice = new Choice("stock");

  StockRows(Connection connection) {
    this.connection = connection;
  }

  List<String> fill(List<Product> products) throws SQLException {
    try (RowWriter rows =
        new RowWriter(
            connection,
            "warehouses",
            "code name city country_code opens_at closes_at pallet_places")) {
      for (Warehouse house : WAREHOUSES) {
        rows.add(
            house.code(),
            house.name(),
            house.city(),
            house.country(),
            LocalTime.of(choice.between(5, 7), 30),
            LocalTime.of(choice.between(18, 22), 0),
            house.places());
      }
    }
    inventory(products);
    return WAREHOUSES.stream().map(Warehouse::code).toList();
  }

  private void inventory(List<Product> products) throws SQLException {
    try (RowWriter rows =
        new RowWriter(
            connection,
            "inventory",
            "warehouse_code product_id quantity reserved reorder_level shelf counted_at")) {
      for (Warehouse house : WAREHOUSES) {
        for (Product product : products) {
          if (choice.chance(0.7)) {
            int quantity = choice.chance(0.06) ? 0 : choice.between(1, 240);
            rows.add(
                house.code(),
                product.id(),
                quantity,
                choice.between(0, Math.min(quantity, 12)),
                choice.of(List.of(5, 10, 10, 20)),
                shelf(),
                choice.chance(0.9) ? counted() : null);
          }
        }
      }
    }
  }

  private String shelf() {
    return "%s%02d-%d"
        .formatted(
            choice.of(List.of("A", "B", "C", "D", "E")),
            choice.between(1, 40),
            choice.between(1, 6));
  }

  /** By the clock of the warehouse, therefore without zone. */
  private LocalDateTime counted() {
    return Calendar.TODAY
        .minusDays(choice.between(1, 120))
        .atTime(choice.between(6, 21), choice.between(0, 59), choice.between(0, 59));
  }

  private record Warehouse(String code, String name, String city, String country, int places) {}
}
