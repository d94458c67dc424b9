package org.sqlxos.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;

/** Fills {@code countries} and {@code exchange_rates}. */
final class CountryRows {

  private static final int RATE_DAYS = 180;

  private final Connection connection;

  CountryRows(Connection connection) {
    this.connection = connection;
  }

  List<Country> fill() throws IOException, SQLException {
    List<Country> countries = Vocabulary.table("countries.txt").stream().map(Country::of).toList();
    try (RowWriter rows =
        new RowWriter(
            connection, "countries", "code name currency phone_prefix vat_percent time_zone")) {
      for (Country country : countries) {
        rows.add(
            country.code(),
            country.name(),
            country.currency(),
            country.phonePrefix(),
            country.vatPercent(),
            country.timeZone());
      }
    }
    rates(countries);
    return countries;
  }

  /** A random walk around the stated rate. */
  private void rates(List<Country> countries) throws SQLException {
    Choice choice = new Choice("rates");
    try (RowWriter rows = new RowWriter(connection, "exchange_rates", "currency day per_euro")) {
      for (Country country : countries) {
        if (country.currency().equals("EUR")) {
          continue;
        }
        double rate = country.perEuro();
        for (LocalDate day = Calendar.TODAY.minusDays(RATE_DAYS);
            day.isBefore(Calendar.TODAY);
            day = day.plusDays(1)) {
          rate *= choice.between(0.996, 1.004);
          rows.add(country.currency(), day, Math.round(rate * 1e4) / 1e4);
        }
      }
    }
  }
}
