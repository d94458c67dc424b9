package org.sqlxos.wirevm.internal.tree;

import java.util.Optional;

/** The part that stands for a value of several. */
final class TreeMain {

  private TreeMain() {}

  static Optional<TreePart> of(TreeTag tag) {
    for (TreePart part : tag.parts()) {
      if (part.main()) {
        return Optional.of(part);
      }
    }
    return Optional.empty();
  }
}
