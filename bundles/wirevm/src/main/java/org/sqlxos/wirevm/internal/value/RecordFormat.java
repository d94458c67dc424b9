package org.sqlxos.wirevm.internal.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * Parts of different types one after the other, each with its 32-bit length; the last ones may be
 * missing. For who reads it a JSON object where the parts have names, else an array.
 */
public final class RecordFormat extends ValueFormat {

  private static final String TYPE = "A record";

  private final Endian endian;
  private final List<ValueFormat> parts;
  private final List<String> names;

  RecordFormat(Endian endian, List<ValueFormat> parts, List<String> names) {
    this.endian = endian;
    this.parts = List.copyOf(parts);
    this.names = List.copyOf(names);
  }

  @Override
  public ValueFormat madeOf(List<ValueFormat> newParts, List<String> newNames) {
    return new RecordFormat(endian, newParts, newNames);
  }

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.JSON;
  }

  private boolean named() {
    return names.size() == parts.size() && !names.isEmpty();
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Parts found = new Parts(endian, bytes, offset, offset + length);
    StringBuilder json = new StringBuilder(length).append(named() ? '{' : '[');
    for (int i = 0; i < parts.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      if (named()) {
        JsonText.quote(json, names.get(i));
        json.append(':');
      }
      if (found.more() && found.next(TYPE)) {
        found.append(json, parts.get(i));
      } else {
        json.append("null");
      }
    }
    if (found.more()) {
      throw Malformed.content(TYPE);
    }
    return to.string(json.append(named() ? '}' : ']').toString());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    if (named()) {
      writeMembers(value, to);
      return;
    }
    String expected = "A JSON array of %d elements".formatted(parts.size());
    List<@Nullable Object> list = JsonParts.list(value, expected);
    if (list.size() != parts.size()) {
      throw Refusal.of(expected, value);
    }
    for (int i = 0; i < list.size(); i++) {
      Parts.write(endian, parts.get(i), list.get(i), to);
    }
  }

  private void writeMembers(Object value, FrameOutput to) {
    String expected = "A JSON object with the members " + String.join(", ", names);
    Map<String, @Nullable Object> members = JsonParts.members(value, expected);
    if (!names.containsAll(members.keySet())) {
      throw Refusal.of(expected, value);
    }
    for (int i = 0; i < parts.size(); i++) {
      Parts.write(endian, parts.get(i), members.get(names.get(i)), to);
    }
  }
}
