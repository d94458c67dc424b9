package org.sqlxos.shop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words that rows are made of: text resources with one row a line and cells between bars. */
final class Vocabulary {

  private Vocabulary() {}

  /** The rows of a resource, without comments. */
  static List<List<String>> table(String resource) throws IOException {
    return text(resource)
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> split(line, "\\|"))
        .toList();
  }

  /**
   * The last cell of each row taken apart at {@code separator}, by the cells before it, joined with
   * a blank.
   */
  static Map<String, List<String>> lists(String resource, String separator) throws IOException {
    return table(resource).stream()
        .collect(Collectors.toMap(Vocabulary::key, row -> split(row.getLast(), separator)));
  }

  /** The first cell of each row made into a key. */
  static <T> Map<String, T> index(List<T> values, Function<T, String> key) {
    return values.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  static String text(String resource) throws IOException {
    InputStream stream = Vocabulary.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IOException("the resource \"%s\" is missing".formatted(resource));
    }
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return reader.lines().collect(Collectors.joining("\n"));
    }
  }

  static List<String> split(String text, String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
  }

  private static String key(List<String> row) {
    return String.join(" ", row.subList(0, row.size() - 1));
  }
}
