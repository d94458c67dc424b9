package org.sqlxos.benchmarks.mongodb;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** The documents that are read and written. */
final class Article {

  /** How many there are. */
  static final int COUNT = 1_000;

  /** How many a list has. */
  static final int LIST = 100;

  static final int GROUPS = 10;

  /** Documents that are inserted are numbered on, by whoever inserts them. */
  static final AtomicLong NEXT = new AtomicLong(COUNT + 1L);

  private Article() {}

  static long any() {
    return ThreadLocalRandom.current().nextLong(COUNT - LIST);
  }

  static String title(long id) {
    return "the article with the number " + id;
  }

  static double price(long id) {
    return id * 0.25;
  }

  static long group(long id) {
    return id % GROUPS;
  }

  static Document document(long id) {
    return new Document("_id", id)
        .append("title", title(id))
        .append("price", price(id))
        .append("group", group(id))
        .append("stocked", id % 2 == 0)
        .append("note", "kept dry and in the dark, not to be stacked");
  }

  /** Throws if something else was read than was written. */
  static void check(long id, String title, double price) {
    if (!title(id).equals(title) || price(id) != price) {
      throw new IllegalStateException("article %d: read '%s', %s".formatted(id, title, price));
    }
  }

  /** Throws if so many were not there. */
  static void count(long expected, long found) {
    if (expected != found) {
      throw new IllegalStateException("%d expected, %d found".formatted(expected, found));
    }
  }
}
