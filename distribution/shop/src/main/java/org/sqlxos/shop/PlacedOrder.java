package org.sqlxos.shop;

import java.math.BigDecimal;
import java.time.Instant;

/** What paying and shipping need to know of an order. */
record PlacedOrder(int id, Instant placed, Status status, BigDecimal total, Lines lines) {

  /**
   * @param count lines are numbered from 1 to this
   * @param kilograms of all pieces
   */
  record Lines(int count, double kilograms) {}
}
