package org.sqlxos.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Fills {@code customers} and {@code addresses}. */
final class CustomerRows {

  private static final int CUSTOMERS = 1_500;
  private static final List<String> MAIL_DOMAINS =
      List.of("example.com", "example.org", "example.net", "mail.example", "post.example");
  private static final List<String> TIERS =
      List.of("bronze", "bronze", "bronze", "silver", "silver", "gold");

  private final Connection connection;
  private final List<Country> countries;
  private final Choice choice = new Choice("customers");
  private final Map<String, List<String>> people;
  private final List<String> interests;
  private int addresses;

  CustomerRows(Connection connection, List<Country> countries) throws IOException {
    this.connection = connection;
    this.countries = countries;
    this.people = Vocabulary.lists("people.txt", ",(?= )");
    this.interests = Vocabulary.lists("words.txt", ";").getOrDefault("interest", List.of());
  }

  List<Customer> fill() throws SQLException {
    List<Customer> customers = new ArrayList<>();
    try (RowWriter rows =
            new RowWriter(
                connection,
                "customers",
                """
                id public_id email given_name family_name family_name_first country_code phone
                birth_date tier newsletter interests preferences referred_by created_at
                """);
        RowWriter places =
            new RowWriter(
                connection,
                "addresses",
                """
                id customer_id kind line1 line2 postal_code city country_code latitude longitude
                is_default
                """)) {
      Instant opened = Calendar.start(Calendar.OPENED);
      long step = (Calendar.NOW.getEpochSecond() - opened.getEpochSecond()) / (CUSTOMERS + 20);
      for (int id = 1; id <= CUSTOMERS; id++) {
        Country country = choice.of(countries);
        Instant created =
            opened.plusSeconds(id * step).plusSeconds(choice.between(0, (int) step - 1));
        customer(rows, id, country, created);
        customers.add(new Customer(id, country, created, addresses(places, id, country)));
      }
    }
    return customers;
  }

  private void customer(RowWriter rows, int id, Country country, Instant created)
      throws SQLException {
    String[] given = word(country, "given").split("/", 2);
    String[] family = word(country, "family").split("/", 2);
    String mail =
        "%s.%s%d@%s"
            .formatted(
                latin(given[given.length - 1]),
                latin(family[family.length - 1]),
                id,
                choice.of(MAIL_DOMAINS));
    rows.add(
        id,
        choice.uuid(),
        mail,
        given[0],
        family[0],
        country.familyNameFirst(),
        country.code(),
        choice.chance(0.7) ? phone(country) : null,
        choice.chance(0.8)
            ? Calendar.day(choice, LocalDate.of(1945, 1, 1), LocalDate.of(2006, 12, 31))
            : null,
        choice.of(TIERS),
        choice.chance(0.4),
        choice.several(interests, 0, 4),
        preferences(country),
        id > 20 && choice.chance(0.15) ? choice.between(1, id - 1) : null,
        created);
  }

  private String phone(Country country) {
    return "+%d %d %d"
        .formatted(
            country.phonePrefix(), choice.between(100, 999), choice.between(1_000_000, 9_999_999));
  }

  private Map<String, Object> preferences(Country country) {
    Map<String, Object> preferences = new LinkedHashMap<>();
    preferences.put("language", country.language());
    preferences.put("theme", choice.of(List.of("light", "dark", "system")));
    if (choice.chance(0.3)) {
      preferences.put("notifications", Map.of("email", choice.chance(0.6)));
    }
    return preferences;
  }

  private List<Integer> addresses(RowWriter rows, int customer, Country country)
      throws SQLException {
    List<Integer> ids = new ArrayList<>();
    List<String> kinds = choice.several(List.of("home", "work", "pickup"), 1, 2);
    for (String kind : kinds) {
      String[] city = word(country, "city").split("@");
      rows.add(
          ++addresses,
          customer,
          kind,
          word(country, "street").replace("{n}", String.valueOf(choice.between(1, 180))),
          kind.equals("work") && choice.chance(0.5) ? "c/o Reception" : null,
          city[1],
          city[0],
          country.code(),
          near(city[2]),
          near(city[3]),
          ids.isEmpty());
      ids.add(addresses);
    }
    return ids;
  }

  /** A point within some kilometres of a city's centre. */
  private double near(String degrees) {
    return Math.round((Double.parseDouble(degrees) + choice.between(-0.04, 0.04)) * 1e5) / 1e5;
  }

  private String word(Country country, String what) {
    List<String> words = people.get(country.code() + " " + what);
    if (words == null) {
      throw new IllegalStateException(
          "people.txt has no \"%s\" for \"%s\"".formatted(what, country.code()));
    }
    return choice.of(words);
  }

  /** The name as people write it in an e-mail address. */
  static String latin(String name) {
    String spelled =
        name.toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("ı", "i")
            .replace("æ", "ae");
    return Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("[^a-z]", "");
  }
}
