package org.sqlxos.shop;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Fills {@code orders} and {@code order_items}, and has each order paid and shipped. */
final class OrderRows {

  private static final int ORDERS = 4_200;
  private static final Comparator<Visit> BY_TIME =
      Comparator.comparing(Visit::at).thenComparing(visit -> visit.customer().id());

  private final Connection connection;
  private final List<Product> products;
  private final List<String> coupons;
  private final Choice choice = new Choice("orders");
  private final List<String> notes;
  private final List<OrderedItem> bought = new ArrayList<>();

  OrderRows(Connection connection, List<Product> products, List<String> coupons)
      throws IOException {
    this.connection = connection;
    this.products = products.stream().filter(Product::sold).toList();
    this.coupons = coupons;
    this.notes = Vocabulary.lists("words.txt", ";").getOrDefault("note", List.of());
  }

  /** Returns what was bought by whom. */
  List<OrderedItem> fill(List<Customer> customers, List<String> warehouses)
      throws IOException, SQLException {
    List<Visit> visits = visits(customers);
    try (RowWriter orders =
            new RowWriter(
                connection,
                "orders",
                """
                id number customer_id billing_address_id shipping_address_id coupon_code status
                channel shipping_fee gift note placed_at
                """);
        RowWriter items =
            new RowWriter(
                connection,
                "order_items",
                "order_id line product_id quantity unit_price discount");
        FulfilmentRows fulfilment = new FulfilmentRows(connection, warehouses)) {
      for (int id = 1; id <= visits.size(); id++) {
        Visit visit = visits.get(id - 1);
        Status status = status(visit.at());
        double fee = choice.of(List.of(0.0, 0.0, 4.9, 4.9, 6.5, 12.0));
        order(orders, id, visit, status, fee);
        Goods goods = items(items, id, visit);
        fulfilment.fulfil(new PlacedOrder(id, visit.at(), status, goods.plus(fee), goods.lines()));
      }
    }
    return bought;
  }

  /** Who orders when, in the order of time, so that keys grow with time. */
  private List<Visit> visits(List<Customer> customers) {
    List<Visit> visits = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      Customer customer = choice.early(customers);
      visits.add(new Visit(customer, Calendar.moment(choice, customer.createdAt(), Calendar.NOW)));
    }
    visits.sort(BY_TIME);
    return visits;
  }

  private void order(RowWriter rows, int id, Visit visit, Status status, double fee)
      throws SQLException {
    List<Integer> addresses = visit.customer().addresses();
    rows.add(
        id,
        "SO-%06d".formatted(100_000 + id),
        visit.customer().id(),
        addresses.getFirst(),
        choice.of(addresses),
        choice.chance(0.18) ? choice.of(coupons) : null,
        status.stored(),
        choice.of(List.of("web", "web", "web", "app", "app", "phone", "store")),
        Choice.money(fee),
        choice.chance(0.07),
        choice.chance(0.1) ? choice.of(notes) : null,
        visit.at());
  }

  private Goods items(RowWriter rows, int order, Visit visit) throws SQLException {
    int lines = choice.between(1, choice.chance(0.15) ? 8 : 4);
    Set<Integer> chosen = new HashSet<>();
    BigDecimal total = BigDecimal.ZERO;
    double weight = 0;
    int line = 0;
    for (int i = 0; i < lines; i++) {
      Product product = choice.early(products);
      if (!chosen.add(product.id())) {
        continue;
      }
      int quantity = choice.chance(0.75) ? 1 : choice.between(2, choice.chance(0.05) ? 40 : 5);
      BigDecimal full = product.price().multiply(BigDecimal.valueOf(quantity));
      BigDecimal discount =
          choice.chance(0.12) ? Choice.money(full.doubleValue() * 0.1) : BigDecimal.ZERO;
      rows.add(order, ++line, product.id(), quantity, product.price(), discount);
      total = total.add(full).subtract(discount);
      weight += product.weight() * quantity;
      bought.add(new OrderedItem(visit.customer(), product));
    }
    return new Goods(total, weight, line);
  }

  private Status status(Instant placed) {
    long days = Duration.between(placed, Calendar.NOW).toDays();
    if (choice.chance(0.05)) {
      return Status.CANCELLED;
    }
    if (days < 2) {
      return choice.of(List.of(Status.PENDING, Status.PAID, Status.PACKED));
    }
    if (days < 8) {
      return choice.of(List.of(Status.PAID, Status.PACKED, Status.SHIPPED, Status.SHIPPED));
    }
    return choice.chance(0.04) ? Status.RETURNED : Status.DELIVERED;
  }

  private record Visit(Customer customer, Instant at) {}

  private record Goods(BigDecimal total, double weight, int count) {
    BigDecimal plus(double fee) {
      return total.add(Choice.money(fee));
    }

    PlacedOrder.Lines lines() {
      return new PlacedOrder.Lines(count, weight);
    }
  }
}
