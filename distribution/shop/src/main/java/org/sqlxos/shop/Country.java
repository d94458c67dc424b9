package org.sqlxos.shop;

import java.util.List;

/**
 * A country that the shop delivers to.
 *
 * @param perEuro units of its currency to one euro
 */
record Country(
    String code,
    String name,
    String currency,
    int phonePrefix,
    double vatPercent,
    String timeZone,
    String language,
    boolean familyNameFirst,
    double perEuro) {

  static Country of(List<String> row) {
    return new Country(
        row.get(0),
        row.get(1),
        row.get(2),
        Integer.parseInt(row.get(3)),
        Double.parseDouble(row.get(4)),
        row.get(5),
        row.get(6),
        row.get(7).equals("yes"),
        Double.parseDouble(row.get(8)));
  }
}
