package org.sqlxos.contracts.internal.report;

import org.sqlxos.problem.api.Violation;

/** A place in a filter, which has no pointer: messages begin with the column's name. */
public final class FilterPlace implements Place {

  private final Violations violations;
  private String column = "";

  public FilterPlace(Violations violations) {
    this.violations = violations;
  }

  public FilterPlace column(String column) {
    this.column = column;
    return this;
  }

  @Override
  public Object refuse(String rule, String message) {
    violations.add(new Violation("", rule, "\"%s\": %s".formatted(column, message)));
    return REFUSED;
  }

  @Override
  public void enter(int element) {}

  @Override
  public void leave() {}
}
