package org.sqlxos.wirevm.internal.compile;

import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/** A statement that is a tree, with its parameters. */
public interface TreeBinding extends Binding {

  TreeTemplate statement();

  /** A parameter, counted from 1. */
  @Nullable Object parameter(int number);
}
