package org.sqlxos.wirepack.mongodb.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A command as JSON, being written, with places for its values. */
final class CommandJson {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  /** Adds JSON that is a constant of this bundle. */
  CommandJson add(String json) {
    text.append(json);
    return this;
  }

  /** Adds a text of the catalog as a JSON text. */
  CommandJson quoted(String value) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append("\\u%04x".formatted((int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
    return this;
  }

  /** Adds the place of a value that is written as its class says. */
  CommandJson value(@Nullable Object value) {
    parameters.add(value);
    text.append("{\"$parameter\":").append(parameters.size()).append('}');
    return this;
  }

  /**
   * Adds the place of a value that is written as a type of the database.
   *
   * @param as its name in the pack, or {@code json}
   */
  CommandJson value(@Nullable Object value, String as) {
    parameters.add(value);
    text.append("{\"$parameter\":[").append(parameters.size()).append(",\"").append(as);
    text.append("\"]}");
    return this;
  }

  /** The text. */
  String text() {
    return text.toString();
  }

  List<@Nullable Object> parameters() {
    return parameters;
  }
}
