package org.sqlxos.wirevm.internal.protocol;

import org.sqlxos.wirevm.internal.tree.TreePath;

/** A value of a tree that is kept in a variable. */
public record Pick(TreePath path, int place) {}
