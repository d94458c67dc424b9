package org.sqlxos.shop;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What later tables need to know of a product. */
record Product(int id, BigDecimal price, double weight, LocalDate released, boolean sold) {}
