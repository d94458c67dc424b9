package org.sqlxos.wirevm.internal.pack;

import java.util.List;

/**
 * A question about the schema that takes several statements: their rows follow one another. Columns
 * behind those that are asked for are numbers, by which the rows of one statement are sorted.
 *
 * @param each the statements
 * @param parameters the variables that each statement takes, for instance {@code url.database}
 * @param ordinals how many columns there are behind those that are asked for
 */
public record Survey(List<String> each, List<String> parameters, int ordinals) {
  public Survey {
    each = List.copyOf(each);
    parameters = List.copyOf(parameters);
  }
}
