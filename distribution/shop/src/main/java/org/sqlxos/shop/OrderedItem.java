package org.sqlxos.shop;

/** Who bought what, for reviews by those who know the product. */
record OrderedItem(Customer customer, Product product) {}
