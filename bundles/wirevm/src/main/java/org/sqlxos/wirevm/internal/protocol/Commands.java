package org.sqlxos.wirevm.internal.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sqlxos.wirevm.internal.tree.TreeLayout;
import org.sqlxos.wirevm.internal.tree.TreePath;
import org.sqlxos.wirevm.internal.tree.TreeTemplate;

/**
 * How statements are commands, which are trees, and what their replies mean.
 *
 * @param layout how commands and replies lie in bytes
 * @param programs what the first word of a statement stands for, with the words after it behind
 * @param replies what a reply is; the first that fits counts
 * @param transactions what holds of a server that has transactions; absent if none has
 */
public record Commands(
    TreeLayout layout,
    Notation notation,
    Map<String, List<TreeTemplate>> programs,
    List<Reply> replies,
    Optional<Expression> transactions) {

  /** How a statement is written. */
  public enum Notation {
    /** Words, those with spaces in double quotes; {@code $1} is the first parameter. */
    WORDS,
    /** A JSON document; {@code {"$parameter": 1}} is the first parameter. */
    JSON
  }

  /**
   * What a reply is.
   *
   * @param when what has to hold; absent for always
   * @param rows where its rows are, as items
   * @param row where its only row is
   * @param affected where the number of changed rows is
   * @param more whether more rows are to be had with the operation {@code next}
   */
  public record Reply(
      Optional<Expression> when,
      Optional<TreePath> rows,
      Optional<TreePath> row,
      Optional<TreePath> affected,
      Optional<Expression> more) {}

  public Commands {
    programs = Map.copyOf(programs);
    replies = List.copyOf(replies);
  }
}
