package org.sqlxos.wirevm.internal.auth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sqlxos.wirepack.api.AuthenticationFunction;
import org.sqlxos.wirevm.internal.WireProblem;
import org.sqlxos.wirevm.internal.protocol.Expression.Primitive;

/** The functions that bundles bring, by name, at the moment they are asked for. */
@FunctionalInterface
public interface Functions {

  /** There are none. */
  Functions NONE = _ -> Optional.empty();

  Optional<AuthenticationFunction> find(String name);

  /** A primitive that calls the function that has the name at that time. */
  default Primitive primitive(String name) {
    return arguments -> {
      AuthenticationFunction function = find(name).orElseThrow(() -> missing(name));
      List<byte[]> bytes = new ArrayList<>();
      for (Object argument : arguments) {
        bytes.add(Primitives.bytes(argument));
      }
      return function.apply(bytes);
    };
  }

  private static RuntimeException missing(String name) {
    return WireProblem.AUTHENTICATION_UNSUPPORTED.problem(
        "The server demands a way to authenticate for which the function \"%s\" is missing"
            .formatted(name),
        "Install and start the bundle that offers it: the one of the wire pack, as a rule.");
  }
}
