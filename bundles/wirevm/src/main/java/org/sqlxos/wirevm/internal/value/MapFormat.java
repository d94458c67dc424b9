package org.sqlxos.wirevm.internal.value;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * A 32-bit number of pairs, then keys and values in turn with their 32-bit lengths; for who reads
 * it a JSON object, whose names are the keys in writing.
 */
public final class MapFormat extends ValueFormat {

  private static final String TYPE = "A map";
  private static final String EXPECTED = "A JSON object";

  private final Endian endian;
  private final ValueFormat key;
  private final ValueFormat element;

  MapFormat(Endian endian, ValueFormat key, ValueFormat element) {
    this.endian = endian;
    this.key = key;
    this.element = element;
  }

  @Override
  public ValueFormat madeOf(List<ValueFormat> parts, List<String> names) {
    return new MapFormat(endian, parts.getFirst(), parts.getLast());
  }

  @Override
  public int width() {
    return PREFIXED;
  }

  @Override
  public ValueKind kind(byte[] bytes, int offset, int length) {
    return ValueKind.JSON;
  }

  @Override
  public ValueText text(byte[] bytes, int offset, int length, ValueText to) {
    Parts parts = new Parts(endian, bytes, offset, offset + length);
    int count = parts.count(TYPE, 2);
    StringBuilder json = new StringBuilder(length).append('{');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        json.append(',');
      }
      if (!parts.next(TYPE)) {
        throw Malformed.content(TYPE);
      }
      parts.appendName(json, key);
      json.append(':');
      if (parts.next(TYPE)) {
        parts.append(json, element);
      } else {
        json.append("null");
      }
    }
    if (parts.more()) {
      throw Malformed.content(TYPE);
    }
    return to.string(json.append('}').toString());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    Map<String, @Nullable Object> members = JsonParts.members(value, EXPECTED);
    endian.putInt(to, members.size());
    members.forEach(
        (name, member) -> {
          if (member == null) {
            throw Refusal.of("A JSON object without null", value);
          }
          Parts.write(endian, key, name, to);
          Parts.write(endian, element, member, to);
        });
  }
}
