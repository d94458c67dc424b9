package org.sqlxos.wirevm.internal.tree;

import org.jspecify.annotations.Nullable;

/** Where one value lies. Made once and used again and again. */
public final class TreePlace {

  /** What the value is. */
  @Nullable TreeTag tag;

  /** Where its content begins. */
  int at;

  /** How many bytes it has, or how many items or pairs; less than 0 for no value. */
  int length;

  /** Where the next value begins; less than 0 where only its items tell. */
  int after;

  /** What the value is. */
  TreeTag known() {
    TreeTag found = tag;
    if (found == null) {
      throw new IllegalStateException("nothing was read yet");
    }
    return found;
  }
}
