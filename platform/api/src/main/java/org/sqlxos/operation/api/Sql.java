package org.sqlxos.operation.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL text.
 *
 * @param dialect the name of the {@code Dialect} it is written in
 * @param text one statement with {@code ?} for each parameter
 * @param parameters the values, in the order of the question marks
 */
public record Sql(String dialect, String text, List<@Nullable Object> parameters)
    implements Statement {
  public Sql {
    parameters = Collections.unmodifiableList(new ArrayList<@Nullable Object>(parameters));
  }

  /** Always true: what the text does is known only after it has been parsed. */
  @Override
  public boolean writes() {
    return true;
  }
}
