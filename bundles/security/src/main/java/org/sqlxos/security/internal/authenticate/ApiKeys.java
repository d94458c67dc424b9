package org.sqlxos.security.internal.authenticate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sqlxos.operation.api.Caller;
import org.sqlxos.security.internal.problem.SecurityProblem;

/** The API keys of a file. The keys themselves are not in it, only their hashes. */
public final class ApiKeys {

  /** Before any file was read. */
  public static final ApiKeys NONE = new ApiKeys(Map.of());

  private static final int GREATEST_LENGTH = 200;

  // Compared with where no key has the prefix, so that the time does not tell which prefixes exist.
  private static final ApiKey NOBODY =
      new ApiKey("", new byte[32], new Caller("", Set.of(), Map.of()));

  private final Map<String, ApiKey> byPrefix;

  private ApiKeys(Map<String, ApiKey> byPrefix) {
    this.byPrefix = Map.copyOf(byPrefix);
  }

  /** Reads a file: a line a key, empty ones and those with {@code #} in front left out. */
  public static ApiKeys parse(String text) {
    Map<String, ApiKey> keys = new HashMap<>();
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        ApiKey key = ApiKey.parse(line);
        if (keys.put(key.prefix(), key) != null) {
          throw new IllegalArgumentException("the prefix is there already");
        }
      } catch (IllegalArgumentException e) {
        throw SecurityProblem.KEYS_INVALID.problem(
            "API keys, line %d: %s".formatted(number, e.getMessage()), "sqlx key create adds one");
      }
    }
    return new ApiKeys(keys);
  }

  /** Whose key it is; empty if it is nobody's. */
  public Optional<Caller> caller(String key) {
    if (key.length() > GREATEST_LENGTH) {
      return Optional.empty();
    }
    String[] parts = key.split("_", 3);
    ApiKey candidate = parts.length == 3 ? byPrefix.getOrDefault(parts[1], NOBODY) : NOBODY;
    boolean opens = candidate.opensWith(key);
    return opens ? Optional.of(candidate.caller()) : Optional.empty();
  }
}
