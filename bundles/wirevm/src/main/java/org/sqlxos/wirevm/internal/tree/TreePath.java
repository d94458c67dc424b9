package org.sqlxos.wirevm.internal.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The way to a value in a tree: names, and places counted from 0. Immutable. */
public final class TreePath {

  private final String text;
  private final byte[][] names;

  private TreePath(String text, List<String> steps) {
    this.text = text;
    this.names =
        steps.stream().map(step -> step.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
  }

  /** A path such as {@code cursor.id} or {@code 0.1}; empty for the outermost value. */
  public static TreePath of(String text) {
    return new TreePath(text, text.isEmpty() ? List.of() : List.of(text.split("\\.", -1)));
  }

  @Override
  public String toString() {
    return text;
  }

  /**
   * Finds the value.
   *
   * @return whether there is one; then it is in {@code into}
   */
  boolean find(TreeLayout layout, byte[] bytes, int end, TreePlace into) {
    layout.enter(bytes, 0, end, into);
    for (int i = 0; i < names.length; i++) {
      if (into.length < 0 || !step(layout, bytes, end, into, i)) {
        return false;
      }
    }
    return true;
  }

  private boolean step(TreeLayout layout, byte[] bytes, int end, TreePlace into, int depth) {
    return switch (into.known().holds()) {
      case NAMED -> named(layout, bytes, into, depth);
      case ITEMS -> item(layout, bytes, end, into, depth);
      case PAIRS -> pair(layout, bytes, end, into, depth);
      case NOTHING, VALUE, ASIDE, PARTS -> false;
    };
  }

  private boolean named(TreeLayout layout, byte[] bytes, TreePlace into, int depth) {
    int limit = into.at + into.length;
    int next = into.at;
    byte[] name = names[depth];
    while (next < limit) {
      TreeTag tag = layout.tag(bytes[next] & 0xff);
      int zero = TreeLayout.terminator(bytes, next + 1, limit);
      layout.enter(tag, bytes, zero + 1, limit, into);
      if (Arrays.equals(bytes, next + 1, zero, name, 0, name.length)) {
        return true;
      }
      next = layout.after(into, bytes, limit, depth + 1);
    }
    return false;
  }

  private boolean item(TreeLayout layout, byte[] bytes, int end, TreePlace into, int depth) {
    int index = index(names[depth]);
    if (index < 0 || index >= into.length) {
      return false;
    }
    int next = into.at;
    for (int i = 0; i < index; i++) {
      next = layout.after(bytes, next, end, depth + 1);
    }
    layout.item(bytes, next, end, into);
    return true;
  }

  private boolean pair(TreeLayout layout, byte[] bytes, int end, TreePlace into, int depth) {
    int count = into.length;
    int next = into.at;
    byte[] name = names[depth];
    for (int i = 0; i < count; i++) {
      layout.item(bytes, next, end, into);
      boolean found =
          into.known().holds() == TreeTag.Holds.VALUE
              && into.length >= 0
              && Arrays.equals(bytes, into.at, into.at + into.length, name, 0, name.length);
      next = layout.after(into, bytes, end, depth + 1);
      if (found) {
        layout.item(bytes, next, end, into);
        return true;
      }
      next = layout.after(bytes, next, end, depth + 1);
    }
    return false;
  }

  private static int index(byte[] digits) {
    int index = 0;
    for (byte digit : digits) {
      if (digit < '0' || digit > '9' || index > 100_000) {
        return -1;
      }
      index = 10 * index + digit - '0';
    }
    return index;
  }
}
