package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One {@code name=value} of a query string, decoded. Names may occur more than once.
 *
 * @param value the empty string where there is no equals sign
 */
public record Parameter(String name, String value) {

  /** Reads a query string as it was sent. */
  public static List<Parameter> read(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return List.of();
    }
    List<Parameter> parameters = new ArrayList<>();
    int start = 0;
    while (start <= query.length()) {
      int ampersand = query.indexOf('&', start);
      int end = ampersand < 0 ? query.length() : ampersand;
      if (end > start) {
        parameters.add(read(query.substring(start, end), query.substring(start, end).indexOf('=')));
      }
      start = end + 1;
    }
    return parameters;
  }

  private static Parameter read(String pair, int equals) {
    return equals < 0
        ? new Parameter(PercentCode.query(pair), "")
        : new Parameter(
            PercentCode.query(pair.substring(0, equals)),
            PercentCode.query(pair.substring(equals + 1)));
  }
}
