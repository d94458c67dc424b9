package org.sqlxos.wirevm.internal.tree;

import java.util.function.BiConsumer;

/** The parts of a value that has several. */
final class TreeParts {

  private TreeParts() {}

  /** Where the last part ends. */
  static int end(TreeTag tag, byte[] bytes, int at, int end) {
    TreePlace place = new TreePlace();
    int next = at;
    for (TreePart part : tag.parts()) {
      TreeLayout.extent(part.extent(), bytes, next, end, place);
      next = place.after;
    }
    return next;
  }

  /** Tells each part with its place. */
  static void each(
      TreeTag tag, byte[] bytes, int at, int end, BiConsumer<TreePart, TreePlace> told) {
    TreePlace place = new TreePlace();
    int next = at;
    for (TreePart part : tag.parts()) {
      TreeLayout.extent(part.extent(), bytes, next, end, place);
      next = place.after;
      told.accept(part, place);
    }
  }
}
