package org.sqlxos.contracts.internal.report;

import java.util.ArrayList;
import java.util.List;
import org.sqlxos.problem.api.Violation;

/** The broken rules of one request; no more than {@value #MOST} of them are kept. */
public final class Violations {

  /** Nobody reads more, and an answer has to stay small. */
  public static final int MOST = 100;

  private final List<Violation> found = new ArrayList<>(0);

  public void add(Violation violation) {
    if (!full() && !found.contains(violation)) {
      found.add(violation);
    }
  }

  public boolean full() {
    return found.size() >= MOST;
  }

  public boolean isEmpty() {
    return found.isEmpty();
  }

  public List<Violation> list() {
    return List.copyOf(found);
  }

  /** For a problem's detail. */
  public String summary() {
    return switch (found.size()) {
      case 1 -> "1 rule is broken.";
      case MOST -> MOST + " rules or more are broken; the first " + MOST + " are listed.";
      default -> found.size() + " rules are broken.";
    };
  }
}
