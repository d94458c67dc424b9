package org.sqlxos.planner.internal;

/** A name as JSON writes it, RFC 8259 section 7. */
final class JsonKey {

  private JsonKey() {}

  static StringBuilder append(String name, StringBuilder to) {
    to.append('"');
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '"' || c == '\\') {
        to.append('\\').append(c);
      } else if (c < ' ') {
        to.append("\\u%04x".formatted((int) c));
      } else {
        to.append(c);
      }
    }
    return to.append('"');
  }
}
