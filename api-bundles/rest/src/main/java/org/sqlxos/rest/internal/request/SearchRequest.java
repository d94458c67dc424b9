package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Key;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Search;
import org.sqlxos.type.api.UniversalType.TextType;

/**
 * What a search asks for.
 *
 * @param search in what of the relation is made for it, else in all its texts
 * @param others parameters that any list has
 */
public record SearchRequest(Search search, List<Parameter> others) {

  /** The last segment of its path. */
  public static final String PATH = "search";

  /** Whether no row of a relation is hidden by a path that has a word in place of a key. */
  static boolean hidesNothing(Relation relation) {
    return relation.identity().filter(key -> isText(relation, key)).isEmpty();
  }

  /** Whether a relation can be searched; a row of it that has such a key cannot be hidden by it. */
  public static boolean possible(Relation relation) {
    return !columns(relation).isEmpty() && hidesNothing(relation);
  }

  private static boolean isText(Relation relation, Key key) {
    return key.columns().size() == 1
        && relation
            .column(key.columns().getFirst())
            .filter(column -> column.type() instanceof TextType)
            .isPresent();
  }

  /** What is made for being searched, else all texts. */
  public static List<String> columns(Relation relation) {
    List<String> made =
        relation.textIndexes().stream()
            .flatMap(index -> index.columns().stream())
            .distinct()
            .toList();
    return made.isEmpty()
        ? relation.columns().stream()
            .filter(column -> column.type() instanceof TextType)
            .map(Column::name)
            .toList()
        : made;
  }

  /** Reads the parameter {@code q}. */
  public static SearchRequest read(List<Parameter> parameters, Relation relation) {
    @Nullable String words = null;
    List<Parameter> others = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (!parameter.name().equals("q")) {
        others.add(parameter);
      } else if (words == null) {
        words = parameter.value();
      } else {
        throw RestProblem.PARAMETER_REPEATED.problem("parameter \"q\" is given more than once");
      }
    }
    if (words == null || words.isBlank()) {
      throw RestProblem.PARAMETER_INVALID.problem(
          "parameter \"q\" with the words to look for expected", "write it as ?q=two+words");
    }
    return new SearchRequest(new Search(columns(relation), words), others);
  }
}
