package org.sqlxos.shop;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fills {@code reviews}: written by those who bought, in their language where we have words. */
final class ReviewRows {

  private final Connection connection;
  private final Choice choice = new Choice("reviews");
  private final Map<String, List<String>> words;

  ReviewRows(Connection connection) throws IOException {
    this.connection = connection;
    this.words = Vocabulary.lists("reviews.txt", ";");
  }

  void fill(List<OrderedItem> bought) throws SQLException {
    Set<OrderedItem> reviewed = new HashSet<>();
    try (RowWriter rows =
        new RowWriter(
            connection,
            "reviews",
            """
            id product_id customer_id rating title body language verified helpful_votes written_at
            """)) {
      for (OrderedItem item : bought) {
        if (choice.chance(0.32) && reviewed.add(item)) {
          review(rows, reviewed.size(), item);
        }
      }
    }
  }

  private void review(RowWriter rows, int id, OrderedItem item) throws SQLException {
    int rating = choice.of(List.of(1, 2, 3, 3, 4, 4, 4, 5, 5, 5, 5, 5));
    String mood = rating >= 4 ? "good" : rating == 3 ? "fair" : "poor";
    String own = item.customer().country().language();
    String language = words.containsKey(own + " good title") ? own : "en";
    String body = say(language, mood, "open");
    if (choice.chance(0.7)) {
      body += (language.equals("ja") ? "" : " ") + say(language, mood, "end");
    }
    Instant written = Calendar.moment(choice, item.customer().createdAt(), Calendar.NOW);
    rows.add(
        id,
        item.product().id(),
        item.customer().id(),
        rating,
        say(language, mood, "title"),
        body,
        language,
        choice.chance(0.9),
        choice.chance(0.5) ? 0 : choice.between(1, 60),
        LocalDateTime.ofInstant(written, ZoneOffset.UTC));
  }

  private String say(String language, String mood, String part) {
    return choice.of(words.getOrDefault(language + " " + mood + " " + part, List.of("–")));
  }
}
