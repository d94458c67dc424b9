package org.sqlxos.benchmarks.rest.work;

import java.util.Arrays;
import java.util.List;

/** What is measured. */
public enum Case {
  KEY("key", "by key"),
  LIST("list", "list of 20"),
  RELATIONS("relations", "10 users, posts, comments"),
  AGGREGATE("aggregate", "filtered aggregate"),
  INSERT("insert", "insert"),
  UPDATE("update", "update by key"),
  TRANSACTION("transaction", "six-statement transaction");

  private final String key;
  private final String title;

  Case(String key, String title) {
    this.key = key;
    this.title = title;
  }

  /**
   * The case with a name of arguments.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Case of(String key) {
    return Arrays.stream(values())
        .filter(each -> each.key.equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no case '%s'; there are %s".formatted(key, keys())));
  }

  private static List<String> keys() {
    return Arrays.stream(values()).map(Case::key).toList();
  }

  /** The name in arguments. */
  public String key() {
    return key;
  }

  /** The name in the report. */
  public String title() {
    return title;
  }
}
