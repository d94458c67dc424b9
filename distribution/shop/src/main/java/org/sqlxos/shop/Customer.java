package org.sqlxos.shop;

import java.time.Instant;
import java.util.List;

/** What later tables need to know of a customer. */
record Customer(int id, Country country, Instant createdAt, List<Integer> addresses) {
  Customer {
    addresses = List.copyOf(addresses);
  }
}
