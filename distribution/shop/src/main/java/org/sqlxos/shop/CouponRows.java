package org.sqlxos.shop;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Fills {@code coupons}. */
final class CouponRows {

  private final Connection connection;
  private final Choice choice = new Choice("coupons");

  CouponRows(Connection connection) {
    this.connection = connection;
  }

  List<String> fill() throws SQLException {
    List<String> codes = new ArrayList<>();
    try (RowWriter rows =
        new RowWriter(
            connection,
            "coupons",
            "code description kind value starts_on ends_on usable_within conditions")) {
      rows.add(
          "WELCOME10",
          "Ten percent off the first order",
          "percent",
          10,
          Calendar.OPENED,
          null,
          "P30D",
          Map.of("first_order", true));
      rows.add(
          "FREESHIP",
          "Free shipping from 50 euros",
          "shipping",
          0,
          Calendar.OPENED,
          null,
          null,
          Map.of("minimum", 50));
      for (int year = Calendar.OPENED.getYear(); year < Calendar.TODAY.getYear(); year++) {
        for (Season season : Season.values()) {
          codes.add(season(rows, season, year));
        }
      }
    }
    codes.add("WELCOME10");
    codes.add("FREESHIP");
    return codes;
  }

  private String season(RowWriter rows, Season season, int year) throws SQLException {
    String code = season.name() + year;
    boolean percent = choice.chance(0.6);
    int value = percent ? choice.of(List.of(5, 10, 15, 20)) : choice.of(List.of(5, 10, 25));
    LocalDate start = LocalDate.of(year, season.month, 1);
    rows.add(
        code,
        percent ? "%d %% off in %s".formatted(value, season.word) : "%d € off".formatted(value),
        percent ? "percent" : "amount",
        value,
        start,
        start.plusMonths(1).minusDays(1),
        choice.of(List.of("P14D", "P1M", "PT72H")),
        choice.chance(0.5) ? Map.of("minimum", choice.of(List.of(30, 50, 100))) : null);
    return code;
  }

  private enum Season {
    SPRING(4, "April"),
    SUMMER(7, "July"),
    AUTUMN(10, "October"),
    ADVENT(12, "December");

    final int month;
    final String word;

    Season(int month, String word) {
      this.month = month;
      this.word = word;
    }
  }
}
