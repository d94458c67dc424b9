package org.sqlxos.benchmarks.turns;

import java.util.List;
import org.sqlxos.benchmarks.wire.work.BlockingWork;

/**
 * One case.
 *
 * @param title its first word, up to a comma, is its name in arguments
 * @param callers how many do it at a time
 * @param contenders ours first
 */
public record Comparison(String title, int callers, List<Contender> contenders) {

  /**
   * Who does it.
   *
   * @param operation what is repeated; throws if it reads something else than was written
   */
  public record Contender(String name, BlockingWork.Operation operation) {}

  public Comparison {
    contenders = List.copyOf(contenders);
  }

  String name() {
    return title.substring(0, title.indexOf(','));
  }
}
