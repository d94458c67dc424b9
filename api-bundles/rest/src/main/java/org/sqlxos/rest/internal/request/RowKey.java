package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.operation.api.Filter;

/**
 * The key of one row as a path segment: the values of the key's columns, percent-encoded, with
 * commas between them; a comma inside a value is {@code %2C}.
 *
 * <p>A value may stand in double quotes, which are not part of it. It has to where it is empty, a
 * dot or two (clients and proxies remove such segments), or itself begins and ends with quotes.
 *
 * @param columns in the order of the key
 * @param values as many, as the caller wrote them
 */
public record RowKey(List<String> columns, List<String> values) {

  public RowKey {
    columns = List.copyOf(columns);
    values = List.copyOf(values);
  }

  /** Reads a segment that has not been decoded. */
  static RowKey read(Key key, String segment) {
    List<String> values = new ArrayList<>();
    for (String part : segment.split(",", -1)) {
      values.add(unquote(PercentCode.segment(part)));
    }
    if (values.size() != key.columns().size()) {
      throw RestProblem.MALFORMED_KEY.problem(
          "%d values expected for the key (%s), found %d"
              .formatted(key.columns().size(), String.join(", ", key.columns()), values.size()),
          "separate the values by commas; write a comma inside a value as %2C");
    }
    return new RowKey(key.columns(), values);
  }

  /** The segment that {@link #read} reads. */
  public static String write(List<String> values) {
    return values.stream()
        .map(value -> PercentCode.encode(quote(value)))
        .collect(Collectors.joining(","));
  }

  /** True of exactly the row with this key. */
  public Filter filter() {
    return Filter.equal(columns, values);
  }

  private static String quote(String value) {
    boolean ambiguous = value.isEmpty() || value.equals(".") || value.equals("..") || quoted(value);
    return ambiguous ? '"' + value + '"' : value;
  }

  private static String unquote(String text) {
    return quoted(text) ? text.substring(1, text.length() - 1) : text;
  }

  private static boolean quoted(String text) {
    return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
  }
}
