package org.sqlxos.contracts.internal.statement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Routine;
import org.sqlxos.catalog.api.Routine.Argument;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.contracts.internal.report.Violations;
import org.sqlxos.contracts.internal.value.Coercion;
import org.sqlxos.contracts.internal.value.Source;
import org.sqlxos.operation.api.Call;

/** Verifies the arguments of a call, and what is wanted of its rows. */
public final class CallVerifier {

  private final CatalogSnapshot catalog;
  private final Violations violations;

  public CallVerifier(CatalogSnapshot catalog, Violations violations) {
    this.catalog = catalog;
    this.violations = violations;
  }

  /**
   * @throws org.sqlxos.problem.api.ProblemException if what is wanted of its rows is refused
   */
  public Call verify(Call call) {
    Routine routine = call.routine();
    BodyPlace place = new BodyPlace(violations, new BodyPlace.Data("", false));
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>();
    call.arguments()
        .forEach((name, value) -> arguments.put(name, coerced(routine, name, value, place)));
    for (Argument argument : routine.given()) {
      if (!argument.optional() && !arguments.containsKey(argument.name())) {
        place.column(argument.name()).refuse("required", "a value required");
      }
    }
    Call verified = call.withArguments(arguments);
    return call.rows()
        .map(rows -> verified.withRows(new QueryVerifier(routine.rows(catalog)).query(rows)))
        .orElse(verified);
  }

  private static @Nullable Object coerced(
      Routine routine, String name, @Nullable Object value, BodyPlace place) {
    place.column(name);
    Optional<Argument> argument = routine.given(name);
    if (argument.isEmpty()) {
      return unknown(routine, name, place);
    }
    return value == null ? null : Coercion.coerce(value, argument.get().type(), Source.DATA, place);
  }

  private static Object unknown(Routine routine, String name, BodyPlace place) {
    return place.refuse(
        "unknown",
        NearestName.of(name, routine.given().stream().map(Argument::name).toList())
            .map(nearest -> "no such argument; is \"%s\" meant?".formatted(nearest))
            .orElse("no such argument"));
  }
}
