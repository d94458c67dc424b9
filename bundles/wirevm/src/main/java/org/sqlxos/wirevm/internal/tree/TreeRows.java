package org.sqlxos.wirevm.internal.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.sqlxos.operation.api.Utf8View;
import org.sqlxos.operation.api.ValueKind;
import org.sqlxos.wirevm.internal.value.ValueText;

/**
 * Rows in the bytes of one tree. A row with names gives each column the value of its name, a list
 * the value of its place; anything else is one column, and so is a row with names of which no
 * column is known, and a list of which one is.
 *
 * <p>Hot code: a row is not copied, its values are read where they lie.
 */
public final class TreeRows {

  private final TreeLayout layout;
  private final byte[] bytes;
  private final byte[][] names;
  private TreeTag[] tags;
  private int[] places;
  private int columns;
  private final TreePlace place = new TreePlace();
  private int next;
  private int left;
  private int limit;
  private boolean named;
  private final ValueText text = new ValueText();

  /**
   * @param columns the names of the columns; none if they are not known
   */
  public TreeRows(TreeLayout layout, byte[] bytes, List<String> columns) {
    this.layout = layout;
    this.bytes = bytes;
    this.names = new byte[columns.size()][];
    for (int i = 0; i < names.length; i++) {
      names[i] = columns.get(i).getBytes(StandardCharsets.UTF_8);
    }
    this.tags = new TreeTag[Math.max(1, names.length)];
    this.places = new int[2 * tags.length];
  }

  /** The rows are what is in the value at {@code path}; none if there is no such value. */
  public TreeRows each(TreePath path) {
    left = 0;
    if (path.find(layout, bytes, bytes.length, place) && place.length >= 0) {
      TreeTag tag = place.known();
      named = tag.holds() == TreeTag.Holds.NAMED;
      next = place.at;
      limit = named ? place.at + place.length : bytes.length;
      switch (tag.holds()) {
        case NAMED -> left = Integer.MAX_VALUE;
        case ITEMS -> left = place.length;
        case PAIRS -> {
          if (names.length == 1) {
            return one(path);
          }
          left = place.length;
        }
        case VALUE, PARTS, NOTHING, ASIDE -> one(path);
      }
      pairs = tag.holds() == TreeTag.Holds.PAIRS;
    }
    return this;
  }

  /** Whether each row is a key and its value. */
  private boolean pairs;

  /** The only row is the value at {@code path}; none if there is none. */
  public TreeRows one(TreePath path) {
    pairs = false;
    single = path.find(layout, bytes, bytes.length, place) && place.length >= 0;
    left = single ? 1 : 0;
    return this;
  }

  private boolean single;

  /** Goes to the next row. */
  public boolean next() {
    if (single) {
      single = false;
      left = 0;
      read();
      return true;
    }
    if (left <= 0 || (named && next >= limit)) {
      return false;
    }
    left--;
    if (pairs) {
      pair();
      return true;
    }
    if (named) {
      TreeTag tag = layout.tag(bytes[next] & 0xff);
      layout.enter(tag, bytes, TreeLayout.terminator(bytes, next + 1, limit) + 1, limit, place);
    } else {
      layout.item(bytes, next, limit, place);
    }
    int known = place.after;
    next = known >= 0 ? known : layout.after(place, bytes, limit, 1);
    read();
    return true;
  }

  private void pair() {
    columns = 0;
    Arrays.fill(tags, null);
    for (int i = 0; i < 2; i++) {
      layout.item(bytes, next, limit, place);
      next = layout.after(place, bytes, limit, 1);
      column(i);
    }
  }

  private void read() {
    Arrays.fill(tags, null);
    columns = 0;
    switch (place.known().holds()) {
      case NAMED -> {
        if (names.length == 0) {
          column(0);
        } else {
          named();
        }
      }
      case ITEMS -> {
        if (names.length == 1) {
          column(0);
        } else {
          items();
        }
      }
      case PAIRS, VALUE, PARTS, NOTHING, ASIDE -> column(0);
    }
    // A column that is asked for is there, whatever a server sends for a row.
    columns = Math.max(columns, names.length);
  }

  private void named() {
    columns = names.length;
    int end = place.at + place.length;
    int at = place.at;
    int expected = 0;
    while (at < end) {
      TreeTag tag = layout.tag(bytes[at] & 0xff);
      int zero = TreeLayout.terminator(bytes, at + 1, end);
      layout.enter(tag, bytes, zero + 1, end, place);
      int column = column(at + 1, zero, expected);
      if (column >= 0) {
        column(column);
        expected = column + 1;
      }
      at = layout.after(place, bytes, end, 2);
    }
  }

  /** Which column has the name that lies here, or -1; most rows have them in one order. */
  private int column(int from, int to, int expected) {
    if (expected < names.length && is(names[expected], from, to)) {
      return expected;
    }
    for (int i = 0; i < names.length; i++) {
      if (is(names[i], from, to)) {
        return i;
      }
    }
    return -1;
  }

  private boolean is(byte[] name, int from, int to) {
    return Arrays.equals(bytes, from, to, name, 0, name.length);
  }

  private void items() {
    int count = place.length;
    int at = place.at;
    for (int i = 0; i < count; i++) {
      layout.item(bytes, at, bytes.length, place);
      at = layout.after(place, bytes, bytes.length, 2);
      if (names.length == 0 || i < names.length) {
        column(i);
      }
    }
    columns = Math.max(columns, names.length);
  }

  /** The value that was found is the column's. */
  private void column(int column) {
    if (column >= tags.length) {
      tags = Arrays.copyOf(tags, Math.max(column + 1, 2 * tags.length));
      places = Arrays.copyOf(places, 2 * tags.length);
    }
    tags[column] = place.known();
    places[2 * column] = place.at;
    places[2 * column + 1] = place.length;
    columns = Math.max(columns, column + 1);
  }

  /** Tells the name and the tag's name of each member of a value that has members. */
  public void members(int column, BiConsumer<String, String> told) {
    TreeTag tag = present(column);
    if (tag.holds() != TreeTag.Holds.NAMED) {
      return;
    }
    int end = at(column) + length(column);
    int at = at(column);
    while (at < end) {
      TreeTag member = layout.tag(bytes[at] & 0xff);
      int zero = TreeLayout.terminator(bytes, at + 1, end);
      layout.enter(member, bytes, zero + 1, end, place);
      String name = new String(bytes, at + 1, zero - at - 1, StandardCharsets.UTF_8);
      told.accept(name, member.holds() == TreeTag.Holds.NOTHING ? "" : member.name());
      at = layout.after(place, bytes, end, 2);
    }
  }

  private TreeTag present(int column) {
    TreeTag tag = tags[column];
    if (tag == null) {
      throw new IllegalStateException("the value is of kind " + ValueKind.NULL);
    }
    return tag;
  }

  private int at(int column) {
    return places[2 * column];
  }

  private int length(int column) {
    return places[2 * column + 1];
  }

  /** What the value of a column is. */
  public ValueKind kind(int column) {
    if (column >= columns) {
      throw new IndexOutOfBoundsException(column);
    }
    TreeTag tag = tags[column];
    if (tag == null || length(column) < 0 || tag.holds() == TreeTag.Holds.NOTHING) {
      return ValueKind.NULL;
    }
    return switch (tag.holds()) {
      case VALUE -> tag.required().kind(bytes, at(column), length(column));
      case PARTS -> TreeMain.of(tag).isPresent() ? mainKind(tag, column) : ValueKind.JSON;
      case ITEMS, PAIRS, NAMED, ASIDE, NOTHING -> ValueKind.JSON;
    };
  }

  private ValueKind mainKind(TreeTag tag, int column) {
    main(tag, column);
    return TreeMain.of(tag).orElseThrow().format().kind(bytes, place.at, place.length);
  }

  /** Finds the part that stands for the whole. */
  private void main(TreeTag tag, int column) {
    int at = at(column);
    for (TreePart part : tag.parts()) {
      TreeLayout.extent(part.extent(), bytes, at, at(column) + length(column), place);
      if (part.main()) {
        return;
      }
      at = place.after;
    }
  }

  public boolean getBoolean(int column) {
    return present(column).required().toBoolean(bytes, at(column), length(column));
  }

  public long getLong(int column) {
    return present(column).required().toLong(bytes, at(column), length(column));
  }

  public double getDouble(int column) {
    return present(column).required().toDouble(bytes, at(column), length(column));
  }

  /** The value's bytes, as its format gives them. */
  public byte[] getBytes(int column) {
    TreeTag tag = present(column);
    if (tag.holds() == TreeTag.Holds.PARTS) {
      main(tag, column);
      return TreeMain.of(tag).orElseThrow().format().toBytes(bytes, place.at, place.length);
    }
    return tag.required().toBytes(bytes, at(column), length(column));
  }

  private ValueText text(int column) {
    TreeTag tag = present(column);
    return tag.required().text(bytes, at(column), length(column), text);
  }

  /** The value's text, JSON for what holds others. */
  public String getText(int column) {
    return present(column).holds() == TreeTag.Holds.VALUE ? text(column).toString() : json(column);
  }

  /** The same text where it lies. */
  public void getText(int column, Utf8View into) {
    if (present(column).holds() == TreeTag.Holds.VALUE) {
      text(column).show(into);
      return;
    }
    byte[] json = json(column).getBytes(StandardCharsets.UTF_8);
    into.show(json, 0, json.length);
  }

  private String json(int column) {
    place.tag = present(column);
    place.at = at(column);
    place.length = length(column);
    place.after = -1;
    TreeJson json = new TreeJson(layout, bytes, bytes.length);
    json.add(place, 0);
    return json.toString();
  }
}
