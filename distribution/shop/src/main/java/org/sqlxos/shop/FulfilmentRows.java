package org.sqlxos.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fills {@code payments}, {@code shipments} and {@code shipment_items}. */
final class FulfilmentRows implements AutoCloseable {

  private final RowWriter payments;
  private final RowWriter shipments;
  private final RowWriter shipmentItems;
  private final List<String> warehouses;
  private final List<String> carriers;
  private final Choice choice = new Choice("fulfilment");
  private int lastShipment;

  FulfilmentRows(Connection connection, List<String> warehouses) throws IOException, SQLException {
    this.warehouses = warehouses;
    this.carriers = Vocabulary.lists("words.txt", ";").getOrDefault("carrier", List.of());
    this.payments =
        new RowWriter(
            connection, "payments", "id order_id method status amount provider_answer paid_at");
    this.shipments =
        new RowWriter(
            connection,
            "shipments",
            """
            id order_id warehouse_code carrier tracking_number weight_kg promised shipped_at
            delivered_at
            """);
    this.shipmentItems = new RowWriter(connection, "shipment_items", "shipment_id order_id line");
  }

  void fulfil(PlacedOrder order) throws SQLException {
    if (order.status() != Status.CANCELLED || choice.chance(0.3)) {
      pay(order);
    }
    if (order.status().left()) {
      ship(order);
    }
  }

  private void pay(PlacedOrder order) throws SQLException {
    String method = choice.of(List.of("card", "card", "paypal", "transfer", "invoice"));
    String status =
        switch (order.status()) {
          case PENDING -> "open";
          case CANCELLED -> "failed";
          case RETURNED -> "refunded";
          case PAID, PACKED, SHIPPED, DELIVERED -> "settled";
        };
    boolean paid = status.equals("settled") || status.equals("refunded");
    payments.add(
        choice.uuid(),
        order.id(),
        method,
        status,
        order.total(),
        answer(method),
        paid ? order.placed().plusSeconds(choice.between(20, 3_000)) : null);
  }

  private @Nullable Map<String, Object> answer(String method) {
    return method.equals("card")
        ? Map.of("card", Map.of("last4", "%04d".formatted(choice.between(0, 9_999))))
        : null;
  }

  private void ship(PlacedOrder order) throws SQLException {
    Instant shipped = order.placed().plus(Duration.ofMinutes(choice.between(240, 2_800)));
    boolean arrived = order.status() != Status.SHIPPED;
    shipments.add(
        ++lastShipment,
        order.id(),
        choice.of(warehouses),
        choice.of(carriers),
        "%s%010d".formatted(choice.of(List.of("JD", "RX", "LP", "CC")), 7_919L * lastShipment),
        Math.round(order.lines().kilograms() * 100) / 100.0,
        choice.of(List.of("P1D", "P2D", "P3D", "P5D", "PT36H")),
        shipped,
        arrived ? shipped.plus(Duration.ofMinutes(choice.between(900, 6_000))) : null);
    for (int line = 1; line <= order.lines().count(); line++) {
      shipmentItems.add(lastShipment, order.id(), line);
    }
  }

  @Override
  public void close() throws SQLException {
    try (payments;
        shipments) {
      shipmentItems.close();
    }
  }
}
