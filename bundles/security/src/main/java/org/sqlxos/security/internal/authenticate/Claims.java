package org.sqlxos.security.internal.authenticate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a token says, as row filters can use it: objects become names with dots. */
final class Claims {

  private static final int DEEPEST = 5;

  private Claims() {}

  static Map<String, Object> flat(Map<String, @Nullable Object> claims) {
    Map<String, Object> flat = new LinkedHashMap<>();
    collect("", claims, flat, 0);
    return flat;
  }

  private static void collect(
      String prefix,
      Map<?, ? extends @Nullable Object> claims,
      Map<String, Object> flat,
      int depth) {
    claims.forEach(
        (name, value) -> {
          switch (value) {
            case Map<?, ?> inner when depth < DEEPEST ->
                collect(prefix + name + ".", inner, flat, depth + 1);
            case List<?> list ->
                flat.putIfAbsent(prefix + name, list.stream().filter(Claims::plain).toList());
            case String _, Number _, Boolean _ -> flat.putIfAbsent(prefix + name, value);
            case null, default -> {}
          }
        });
  }

  private static boolean plain(@Nullable Object value) {
    return value instanceof String || value instanceof Number || value instanceof Boolean;
  }

  /** The roles in a claim: a text, or a list of texts. */
  static Set<String> roles(Map<String, Object> flat, String claim) {
    Set<String> roles = new LinkedHashSet<>();
    switch (flat.get(claim)) {
      case String role -> roles.add(role);
      case List<?> list ->
          list.stream().filter(String.class::isInstance).forEach(role -> roles.add((String) role));
      case null, default -> {}
    }
    return roles;
  }
}
