package org.sqlxos.wirevm.internal.tree;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tree to be written, with places for what is known only then. */
public sealed interface TreeTemplate {

  /** Always the same: of a class that {@code Statement} lists, or null. */
  record Constant(@Nullable Object value) implements TreeTemplate {}

  /** A value of a tag that is not the usual one of its class. */
  record Tagged(TreeTag tag, Object value) implements TreeTemplate {}

  /**
   * A parameter of the statement, counted from 1.
   *
   * @param as the tag it is written with; absent for the usual one of its class
   */
  record Parameter(int number, Optional<TreeTag> as) implements TreeTemplate {}

  /** A parameter that is a JSON document. */
  record Document(int number) implements TreeTemplate {}

  /** A variable of the connection. */
  record Variable(int place) implements TreeTemplate {}

  /** An entry that is there only while a variable is neither 0 nor empty. */
  record When(int place, TreeTemplate value) implements TreeTemplate {}

  /** The statement itself, perhaps with more entries behind its own. */
  record Statement(List<Entry> more) implements TreeTemplate {
    public Statement {
      more = List.copyOf(more);
    }
  }

  /** Values one after the other. */
  record Items(List<TreeTemplate> items) implements TreeTemplate {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Values with names, in this order. */
  record Named(List<Entry> entries) implements TreeTemplate {
    public Named {
      entries = List.copyOf(entries);
    }
  }

  /** A value of several parts. */
  record Parts(TreeTag tag, List<Entry> entries) implements TreeTemplate {
    public Parts {
      entries = List.copyOf(entries);
    }
  }

  /** A value and its name. */
  record Entry(String name, TreeTemplate value) {}
}
