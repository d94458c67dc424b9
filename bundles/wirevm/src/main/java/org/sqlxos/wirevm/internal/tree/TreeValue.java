package org.sqlxos.wirevm.internal.tree;

import java.util.Optional;
import org.sqlxos.wirevm.internal.value.ValueFormat;

/** Single values of trees, as variables keep them. */
public final class TreeValue {

  private TreeValue() {}

  /** Where the tree that begins at {@code at} ends. */
  public static int end(TreeLayout layout, byte[] bytes, int at, int end) {
    TreePlace place = new TreePlace();
    layout.enter(bytes, at, end, place);
    return layout.after(place, bytes, end, 1);
  }

  /**
   * The value at a path: {@code Long}, {@code Boolean}, {@code String} or {@code byte[]}; of what
   * holds others, that it is there.
   */
  public static Optional<Object> find(TreeLayout layout, byte[] bytes, TreePath path) {
    TreePlace place = new TreePlace();
    if (!path.find(layout, bytes, bytes.length, place) || place.length < 0) {
      return Optional.empty();
    }
    TreeTag tag = place.known();
    return switch (tag.holds()) {
      case NOTHING, ASIDE -> Optional.empty();
      case ITEMS, PAIRS, NAMED -> Optional.of(true);
      case VALUE -> value(tag.required(), bytes, place);
      case PARTS -> part(tag, bytes, place);
    };
  }

  private static Optional<Object> part(TreeTag tag, byte[] bytes, TreePlace place) {
    TreePlace found = new TreePlace();
    int at = place.at;
    for (TreePart part : tag.parts()) {
      TreeLayout.extent(part.extent(), bytes, at, place.at + place.length, found);
      if (part.main()) {
        return value(part.format(), bytes, found);
      }
      at = found.after;
    }
    return Optional.of(true);
  }

  private static Optional<Object> value(ValueFormat format, byte[] bytes, TreePlace place) {
    int at = place.at;
    int length = place.length;
    return switch (format.kind(bytes, at, length)) {
      case NULL -> Optional.empty();
      case BOOLEAN -> Optional.of(format.toBoolean(bytes, at, length));
      case INTEGER -> Optional.of(format.toLong(bytes, at, length));
      case FLOAT -> {
        double number = format.toDouble(bytes, at, length);
        yield number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE
            ? Optional.of((long) number)
            : Optional.of(Double.toString(number));
      }
      case DECIMAL, TEXT, JSON -> Optional.of(format.toText(bytes, at, length));
      case BYTES -> Optional.of(format.toBytes(bytes, at, length));
    };
  }
}
