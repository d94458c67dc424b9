package org.sqlxos.operation.api;

import java.util.Iterator;

/** What PLAN makes of a {@link Series}: writes without rows, taken once, one after the other. */
public record TargetSeries(Iterator<TargetStatement> statements) implements Target {

  @Override
  public boolean writes() {
    return true;
  }
}
