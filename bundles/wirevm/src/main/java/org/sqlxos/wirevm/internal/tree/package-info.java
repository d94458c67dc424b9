/**
 * Self-describing values of tagged bytes: takes bytes in a tree's {@link
 * org.sqlxos.wirevm.internal.tree.TreeLayout} from {@code frame}, gives places of values, JSON and
 * rows to {@code session}; and the other way round.
 */
@NullMarked
package org.sqlxos.wirevm.internal.tree;

import org.jspecify.annotations.NullMarked;
