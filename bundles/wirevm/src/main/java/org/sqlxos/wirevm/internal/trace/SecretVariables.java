package org.sqlxos.wirevm.internal.trace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.sqlxos.wirevm.internal.auth.Primitives;
import org.sqlxos.wirevm.internal.protocol.Expression;
import org.sqlxos.wirevm.internal.protocol.Protocol;
import org.sqlxos.wirevm.internal.protocol.State;
import org.sqlxos.wirevm.internal.protocol.Step;
import org.sqlxos.wirevm.internal.protocol.Variables;

/**
 * Which variables must not be shown. No pack has to say it: it follows from what the pack does.
 *
 * <p>Secret is the password, what is random, what authorises to cancel; then whatever is worked out
 * of a secret, together with one, or compared with one. So a salt is secret, because it is hashed
 * with the password; the name of the hash is not. A truth that comes of a secret is none.
 */
final class SecretVariables {

  private static final String PASSWORD = "url.password";
  private static final List<String> AUTHORISING = List.of("backend.", "cancelled.");
  private static final List<String> OPEN = List.of("url.", "tls.", "statement.", "error.");
  private static final Set<Expression.Primitive> TRUTHS =
      primitives(
          "equal", "starts-with", "contains-line", "empty", "bits", "less", "not", "and", "or");
  private static final Set<Expression.Primitive> COMPARING = primitives("equal", "starts-with");
  private static final Set<Expression.Primitive> CHOOSING = primitives("choose");
  private static final Set<Expression.Primitive> RANDOM = primitives("random");

  /** Variables that share their secrecy. */
  private record Bond(Set<Integer> places, boolean random) {}

  private final List<Bond> bonds = new ArrayList<>();
  private final Set<Integer> open = new HashSet<>();
  private final Set<Integer> secret = new HashSet<>();

  private SecretVariables() {}

  static Set<Integer> of(Protocol protocol) {
    SecretVariables found = new SecretVariables();
    found.name(protocol.variables());
    for (State state : protocol.states().values()) {
      found.steps(state.enter());
      state.on().values().forEach(found::steps);
    }
    found.spread();
    return Set.copyOf(found.secret);
  }

  private static Set<Expression.Primitive> primitives(String... names) {
    Set<Expression.Primitive> all = new HashSet<>();
    for (String name : names) {
      all.add(Primitives.find(name).orElseThrow().code());
    }
    return all;
  }

  private void name(Variables variables) {
    for (String name : variables.names()) {
      int place = variables.find(name);
      if (name.equals(PASSWORD) || AUTHORISING.stream().anyMatch(name::startsWith)) {
        secret.add(place);
      } else if (OPEN.stream().anyMatch(name::startsWith)) {
        open.add(place);
      }
    }
  }

  private void steps(List<Step> steps) {
    for (Step step : steps) {
      switch (step) {
        case Step.Set set -> {
          Set<Integer> places = new HashSet<>();
          boolean random = data(set.value(), places);
          if (random || !places.isEmpty()) {
            places.add(set.place());
            bonds.add(new Bond(places, random));
          }
        }
        case Step.If choice -> {
          data(choice.condition(), new HashSet<>());
          steps(choice.then());
          steps(choice.otherwise());
        }
        case Step.Fail _, Step.Goto _, Step.Send _, Step.Tell _ -> {}
        case Step.StartTls _, Step.StartCompression _ -> {}
      }
    }
  }

  /**
   * Collects the variables whose content reaches the value.
   *
   * @return whether something random does
   */
  private boolean data(Expression expression, Set<Integer> into) {
    return switch (expression) {
      case Expression.Constant _ -> false;
      case Expression.Variable variable -> {
        into.add(variable.place());
        yield false;
      }
      case Expression.Call call -> call(call, into);
    };
  }

  private boolean call(Expression.Call call, Set<Integer> into) {
    Set<Integer> places = new HashSet<>();
    boolean random = RANDOM.contains(call.primitive());
    List<Expression> arguments = call.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      boolean onlyDecides = i == 0 && CHOOSING.contains(call.primitive());
      random |= data(arguments.get(i), onlyDecides ? new HashSet<>() : places);
    }
    if (TRUTHS.contains(call.primitive())) {
      if (COMPARING.contains(call.primitive())) {
        bonds.add(new Bond(places, random));
      }
      return false;
    }
    into.addAll(places);
    return random;
  }

  private void spread() {
    boolean more = true;
    while (more) {
      more = false;
      for (Bond bond : bonds) {
        if (bond.random() || bond.places().stream().anyMatch(secret::contains)) {
          for (int place : bond.places()) {
            more |= !open.contains(place) && secret.add(place);
          }
        }
      }
    }
  }
}
