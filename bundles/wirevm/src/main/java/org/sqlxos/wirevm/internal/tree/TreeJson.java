package org.sqlxos.wirevm.internal.tree;

import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.value.JsonText;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * Shows trees as JSON. A value whose tag has a wrapper is an object with that key; not the
 * outermost one, whose column says what it is.
 */
final class TreeJson {

  private final TreeLayout layout;
  private final byte[] bytes;
  private final int end;
  private final StringBuilder json = new StringBuilder();

  TreeJson(TreeLayout layout, byte[] bytes, int end) {
    this.layout = layout;
    this.bytes = bytes;
    this.end = end;
  }

  @Override
  public String toString() {
    return json.toString();
  }

  /** Adds a value that was found. */
  void add(TreePlace place, int depth) {
    if (depth > layout.deepest()) {
      throw layout.tooDeep();
    }
    TreeTag tag = place.known();
    if (place.length < 0) {
      nothing(tag, depth);
      return;
    }
    switch (tag.holds()) {
      case NOTHING -> nothing(tag, depth);
      case VALUE -> single(tag, place, depth);
      case ITEMS -> items(place, depth);
      case PAIRS -> pairs(place, depth);
      case ASIDE -> throw new IllegalStateException("what is aside was passed over");
      case NAMED -> named(place, depth);
      case PARTS -> parts(place);
    }
  }

  private void nothing(TreeTag tag, int depth) {
    if (tag.wrapper().isEmpty() || depth == 0) {
      json.append("null");
    } else {
      key(tag.wrapper());
      json.append("1}");
    }
  }

  private void key(String name) {
    json.append('{');
    JsonText.quote(json, name);
    json.append(':');
  }

  private void single(TreeTag tag, TreePlace place, int depth) {
    ValueFormat format = tag.required();
    if (tag.wrapper().isEmpty() || depth == 0) {
      JsonText.append(json, format, bytes, place.at, place.length);
      return;
    }
    key(tag.wrapper());
    if (format.kind(bytes, place.at, place.length) == ValueKind.DECIMAL) {
      JsonText.quote(json, format.toText(bytes, place.at, place.length));
    } else {
      JsonText.append(json, format, bytes, place.at, place.length);
    }
    json.append('}');
  }

  private void items(TreePlace place, int depth) {
    json.append('[');
    int next = place.at;
    int count = place.length;
    TreePlace item = new TreePlace();
    for (int i = 0; i < count; i++) {
      json.append(i == 0 ? "" : ",");
      next = next(next, item, depth);
    }
    json.append(']');
    place.after = next;
  }

  /** Adds the value that begins here, and tells where it ends. */
  private int next(int at, TreePlace item, int depth) {
    layout.item(bytes, at, end, item);
    add(item, depth + 1);
    return layout.after(item, bytes, end, depth + 1);
  }

  private void pairs(TreePlace place, int depth) {
    json.append('{');
    int next = place.at;
    int count = place.length;
    TreePlace item = new TreePlace();
    for (int i = 0; i < count; i++) {
      json.append(i == 0 ? "" : ",");
      layout.item(bytes, next, end, item);
      JsonText.quote(json, key(item, depth));
      json.append(':');
      next = next(layout.after(item, bytes, end, depth + 1), item, depth);
    }
    json.append('}');
    place.after = next;
  }

  /** JSON's keys are texts; what is none is shown as the text of its JSON. */
  private String key(TreePlace place, int depth) {
    TreeJson key = new TreeJson(layout, bytes, end);
    key.add(place, depth + 1);
    String text = key.toString();
    if (place.known().holds() == TreeTag.Holds.VALUE
        && place.length >= 0
        && place.known().required().kind(bytes, place.at, place.length) == ValueKind.TEXT) {
      return place.known().required().toText(bytes, place.at, place.length);
    }
    return text;
  }

  private void named(TreePlace place, int depth) {
    boolean numbered = place.known().numbered();
    json.append(numbered ? '[' : '{');
    int limit = place.at + place.length;
    int next = place.at;
    TreePlace item = new TreePlace();
    while (next < limit) {
      TreeTag tag = layout.tag(bytes[next] & 0xff);
      int zero = TreeLayout.terminator(bytes, next + 1, limit);
      json.append(next == place.at ? "" : ",");
      if (!numbered) {
        String name =
            new String(bytes, next + 1, zero - next - 1, java.nio.charset.StandardCharsets.UTF_8);
        JsonText.quote(json, name);
        json.append(':');
      }
      layout.enter(tag, bytes, zero + 1, limit, item);
      add(item, depth + 1);
      next = layout.after(item, bytes, limit, depth + 1);
    }
    json.append(numbered ? ']' : '}');
  }

  private void parts(TreePlace place) {
    TreeTag tag = place.known();
    if (!tag.wrapper().isEmpty()) {
      key(tag.wrapper());
    }
    json.append('{');
    int before = json.length();
    TreeParts.each(
        tag,
        bytes,
        place.at,
        place.at + place.length,
        (part, found) -> {
          json.append(json.length() == before ? "" : ",");
          JsonText.quote(json, part.name());
          json.append(':');
          JsonText.append(json, part.format(), bytes, found.at, found.length);
        });
    json.append(tag.wrapper().isEmpty() ? "}" : "}}");
  }
}
