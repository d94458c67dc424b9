package org.sqlxos.rest.internal.request;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Routine.Argument;

/**
 * What is called, and with what.
 *
 * @param arguments by name
 * @param others the parameters that are not arguments
 */
public record CallRequest(
    Routine routine, Map<String, @Nullable Object> arguments, List<Parameter> others) {

  /** A call whose arguments are the body. */
  public static CallRequest of(
      List<Routine> candidates, Map<String, @Nullable Object> body, List<Parameter> parameters) {
    return new CallRequest(chosen(candidates, body.keySet()), body, parameters);
  }

  /**
   * A call whose arguments are parameters: those that have the name of an argument. A column of
   * such a name is reached in {@code and=()}.
   */
  public static CallRequest of(List<Routine> candidates, List<Parameter> parameters) {
    Set<String> names =
        candidates.stream()
            .flatMap(routine -> routine.given().stream())
            .map(Argument::name)
            .collect(Collectors.toSet());
    Map<String, String> given = new LinkedHashMap<>();
    List<Parameter> others = new ArrayList<>();
    for (Parameter parameter : parameters) {
      if (!names.contains(parameter.name())) {
        others.add(parameter);
      } else if (given.put(parameter.name(), parameter.value()) != null) {
        throw RestProblem.PARAMETER_REPEATED.problem(
            "parameter %s is given more than once".formatted(Names.quote(parameter.name())));
      }
    }
    Routine routine = chosen(candidates, given.keySet());
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    given.forEach(
        (name, text) ->
            arguments.put(
                name,
                routine
                    .given(name)
                    .map(argument -> TextValue.of(argument.type(), text))
                    .orElse(text)));
    return new CallRequest(routine, arguments, others);
  }

  /**
   * The one that takes these arguments, and the fewest others; where none does, the one that they
   * fit best, so that it can be told what is wrong.
   */
  private static Routine chosen(List<Routine> candidates, Set<String> given) {
    int least = candidates.stream().mapToInt(each -> misfits(each, given)).min().orElseThrow();
    List<Routine> nearest =
        candidates.stream()
            .filter(each -> misfits(each, given) == least)
            .sorted(Comparator.comparingInt(each -> each.given().size()))
            .toList();
    Routine first = nearest.getFirst();
    if (least == 0 && nearest.size() > 1 && nearest.get(1).given().size() == first.given().size()) {
      throw RestProblem.ROUTINE_AMBIGUOUS.problem(
          "several functions %s take these arguments".formatted(Names.quote(first.name().name())),
          "give one more argument, or let the database have them under different names");
    }
    return first;
  }

  private static int misfits(Routine routine, Set<String> given) {
    long unknown = given.stream().filter(name -> routine.given(name).isEmpty()).count();
    long missing =
        routine.given().stream()
            .filter(argument -> !argument.optional() && !given.contains(argument.name()))
            .count();
    return (int) (unknown + missing);
  }
}
