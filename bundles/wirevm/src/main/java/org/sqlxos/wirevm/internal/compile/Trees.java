package org.sqlxos.wirevm.internal.compile;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sqlxos.wirevm.internal.frame.BodyReader;
import org.sqlxos.wirevm.internal.frame.FrameOutput;
import org.sqlxos.wirevm.internal.protocol.Field;
import org.sqlxos.wirevm.internal.protocol.Pick;
import org.sqlxos.wirevm.internal.protocol.Slots;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;
import org.sqlxos.wirevm.internal.tree.TreeValue;
import org.sqlxos.wirevm.internal.tree.TreeWriter;

/** What compiled readers and writers call for a tree. Hot code. */
public final class Trees {

  private Trees() {}

  /** Keeps the tree that comes next, and what is picked out of it. */
  public static void read(BodyReader from, Slots slots, Field.Tree tree) {
    int end = TreeValue.end(tree.layout(), from.array(), from.position(), from.end());
    byte[] bytes = Arrays.copyOfRange(from.array(), from.position(), end);
    from.skip(end - from.position());
    if (tree.place() != Field.NOWHERE) {
      slots.setObject(tree.place(), bytes);
    }
    for (Pick pick : tree.picks()) {
      // What is not there must not stay as it was with the message before.
      slots.setNumber(pick.place(), 0);
      TreeValue.find(tree.layout(), bytes, pick.path())
          .ifPresent(value -> slots.setValue(pick.place(), value));
    }
  }

  /** Writes a tree. */
  public static void write(FrameOutput to, Slots slots, Binding binding, Field.Tree tree) {
    TreeTemplate template =
        tree.template().orElseThrow(() -> new IllegalStateException("a tree that is only read"));
    new TreeWriter(
            tree.layout(),
            new TreeWriter.Values() {
              @Override
              public @Nullable Object parameter(int number) {
                return of(binding).parameter(number);
              }

              @Override
              public Object variable(int place) {
                return slots.value(place);
              }

              @Override
              public TreeTemplate statement() {
                return of(binding).statement();
              }
            },
            to)
        .root(template);
  }

  private static TreeBinding of(Binding binding) {
    if (binding instanceof TreeBinding tree) {
      return tree;
    }
    throw new IllegalStateException("there is no statement here");
  }
}
