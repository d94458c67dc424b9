package org.sqlxos.wirevm.internal.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.frame.FrameOutput;

/**
 * An array: 32-bit number of dimensions, whether there are NULLs, the code of the elements' type;
 * for each dimension size and lower bound; the elements, row by row, with their lengths, -1 for
 * NULL. Read as JSON, one array a dimension; lower bounds are not told, and written as 1.
 */
public final class ArrayFormat extends ValueFormat {

  private static final String TYPE = "An array";
  private static final int MOST_DIMENSIONS = 6;
  private static final int HEADER = 12;
  private static final int DIMENSION = 8;
  private static final int NULL_LENGTH = -1;
  private static final int ANY_CODE = 0;

  private final ValueFormat element;
  private final int elementCode;
  private final Endian endian;

  /**
   * @param elementCode what the database calls the elements' type; 0 for any, where values are only
   *     read
   */
  ArrayFormat(ValueFormat element, int elementCode, Endian endian) {
    this.element = element;
    this.elementCode = elementCode;
    this.endian = endian;
  }

  /** The same layout with elements of a type that has another code. */
  public ArrayFormat withElementCode(int code) {
    return new ArrayFormat(element, code, endian);
  }

  ValueFormat element() {
    return element;
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
    if (length < HEADER) {
      throw Malformed.length(length, TYPE);
    }
    int dimensions = endian.intAt(bytes, offset);
    int code = endian.intAt(bytes, offset + 8);
    boolean sameCode = elementCode == ANY_CODE || code == elementCode;
    if (dimensions < 0 || dimensions > MOST_DIMENSIONS || !sameCode) {
      throw Malformed.content(TYPE);
    }
    int header = HEADER + dimensions * DIMENSION;
    if (dimensions == 0 ? length != header : length < header) {
      throw Malformed.length(length, TYPE);
    }
    if (dimensions == 0) {
      return to.string("[]");
    }
    requireRoom(bytes, offset, dimensions, length - header);
    Reading reading = new Reading(bytes, offset, dimensions, offset + length);
    reading.read(0);
    if (reading.at != reading.end) {
      throw Malformed.length(length, TYPE);
    }
    return to.string(reading.json.toString());
  }

  /** Every element has a length at least: sizes that promise more are not believed. */
  private void requireRoom(byte[] bytes, int offset, int dimensions, int room) {
    long elements = 1;
    for (int i = 0; i < dimensions; i++) {
      int size = endian.intAt(bytes, offset + HEADER + i * DIMENSION);
      elements *= size;
      if (size <= 0 || elements > room / Integer.BYTES) {
        throw Malformed.content(TYPE);
      }
    }
  }

  /** An array being read. */
  private final class Reading {
    private final byte[] bytes;
    private final int header;
    private final int dimensions;
    private final int end;
    private final StringBuilder json;
    private int at;

    Reading(byte[] bytes, int offset, int dimensions, int end) {
      this.bytes = bytes;
      header = offset + HEADER;
      this.dimensions = dimensions;
      this.end = end;
      at = header + dimensions * DIMENSION;
      json = new StringBuilder(end - at);
    }

    void read(int dimension) {
      int size = endian.intAt(bytes, header + dimension * DIMENSION);
      for (int i = 0; i < size; i++) {
        json.append(i == 0 ? '[' : ',');
        if (dimension == dimensions - 1) {
          element();
        } else {
          read(dimension + 1);
        }
      }
      json.append(']');
    }

    private void element() {
      if (end - at < Integer.BYTES) {
        throw Malformed.content(TYPE);
      }
      int length = endian.intAt(bytes, at);
      at += Integer.BYTES;
      if (length == NULL_LENGTH) {
        json.append("null");
        return;
      }
      if (length < 0 || length > end - at) {
        throw Malformed.content(TYPE);
      }
      JsonText.append(json, element, bytes, at, length);
      at += length;
    }
  }

  @Override
  public void write(Object value, FrameOutput to) {
    List<?> list =
        switch (value) {
          case List<?> given -> given;
          case String text -> JsonLists.parse(text, element instanceof JsonFormat, TYPE);
          case JsonValue json -> JsonLists.parse(json.text(), element instanceof JsonFormat, TYPE);
          default -> throw Refusal.of(TYPE, value);
        };
    List<Integer> sizes = sizes(list);
    endian.putInt(to, sizes.size());
    int nulls = to.skip(Integer.BYTES);
    endian.setInt(to, nulls, 0);
    endian.putInt(to, elementCode);
    for (int size : sizes) {
      endian.putInt(to, size);
      endian.putInt(to, 1);
    }
    if (!sizes.isEmpty() && writeElements(list, sizes, 0, to)) {
      endian.setInt(to, nulls, 1);
    }
  }

  /** One a dimension; none where there are no elements. */
  private List<Integer> sizes(List<?> list) {
    List<Integer> sizes = new ArrayList<>();
    @Nullable Object inner = list;
    while (inner instanceof List<?> nested) {
      if (nested.isEmpty()) {
        requireEmpty(list, MOST_DIMENSIONS);
        return List.of();
      }
      sizes.add(nested.size());
      if (sizes.size() > MOST_DIMENSIONS) {
        throw Refusal.of("An array of at most %d dimensions".formatted(MOST_DIMENSIONS), list);
      }
      inner = element instanceof JsonFormat ? null : nested.getFirst();
    }
    return sizes;
  }

  private static void requireEmpty(List<?> list, int deepest) {
    for (Object inner : list) {
      if (!(inner instanceof List<?> nested) || deepest == 1) {
        throw Refusal.of("An array whose rows have the same length", list);
      }
      requireEmpty(nested, deepest - 1);
    }
  }

  /** Returns whether there was a NULL. */
  private boolean writeElements(List<?> list, List<Integer> sizes, int dimension, FrameOutput to) {
    boolean last = dimension == sizes.size() - 1;
    boolean nulls = false;
    if (list.size() != sizes.get(dimension)) {
      throw Refusal.of("An array whose rows have the same length", list);
    }
    for (Object value : list) {
      if (last) {
        nulls |= value == null;
        writeElement(value, to);
      } else if (value instanceof List<?> nested) {
        nulls |= writeElements(nested, sizes, dimension + 1, to);
      } else {
        throw Refusal.of("An array whose rows have the same length", list);
      }
    }
    return nulls;
  }

  private void writeElement(@Nullable Object value, FrameOutput to) {
    if (value == null) {
      endian.putInt(to, NULL_LENGTH);
      return;
    }
    int length = to.skip(Integer.BYTES);
    element.write(value, to);
    endian.setInt(to, length, to.size() - length - Integer.BYTES);
  }
}
