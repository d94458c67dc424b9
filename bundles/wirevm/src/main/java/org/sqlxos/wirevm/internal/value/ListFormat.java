package org.sqlxos.wirevm.internal.value;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/** A 32-bit number of elements, then those with their 32-bit lengths; JSON for who reads it. */
public final class ListFormat extends ValueFormat {

  private static final String TYPE = "A list";
  private static final String EXPECTED = "A JSON array";

  private final Endian endian;
  private final ValueFormat element;

  ListFormat(Endian endian, ValueFormat element) {
    this.endian = endian;
    this.element = element;
  }

  @Override
  public ValueFormat madeOf(List<ValueFormat> parts, List<String> names) {
    return new ListFormat(endian, parts.getFirst());
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
    int count = parts.count(TYPE, 1);
    StringBuilder json = new StringBuilder(length).append('[');
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        json.append(',');
      }
      if (parts.next(TYPE)) {
        parts.append(json, element);
      } else {
        json.append("null");
      }
    }
    if (parts.more()) {
      throw Malformed.content(TYPE);
    }
    return to.string(json.append(']').toString());
  }

  @Override
  public void write(Object value, FrameOutput to) {
    List<@Nullable Object> list = JsonParts.list(value, EXPECTED);
    endian.putInt(to, list.size());
    for (Object each : list) {
      if (each == null) {
        throw Refusal.of("A JSON array without null", value);
      }
      Parts.write(endian, element, each, to);
    }
  }
}
