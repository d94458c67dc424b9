package org.sqlxos.shop;

import java.util.Locale;

/** How far an order has come. */
enum Status {
  PENDING,
  PAID,
  PACKED,
  SHIPPED,
  DELIVERED,
  CANCELLED,
  RETURNED;

  String stored() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean left() {
    return this == SHIPPED || this == DELIVERED || this == RETURNED;
  }
}
