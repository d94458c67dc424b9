package org.sqlxos.wirepack.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.type.api.UniversalType;
import org.sqlxos.type.api.UniversalType.DecimalType;

/**
 * Maps native types to universal ones with the type table of a pack. Remembers what it was asked;
 * for any number of threads.
 */
public final class TypeTable {

  private record Rule(Pattern pattern, String notation) {}

  private final List<Rule> rules;
  private final int decimalDigits;
  private final ConcurrentMap<String, UniversalType> known = new ConcurrentHashMap<>();

  /**
   * @param decimalDigits how many digits the database keeps exactly; 0 for as many as declared
   */
  public TypeTable(List<TypeRule> rules, int decimalDigits) {
    this.rules =
        rules.stream()
            .map(
                rule ->
                    new Rule(
                        Pattern.compile(
                            rule.nativeType().pattern(),
                            rule.nativeType().flags()
                                | Pattern.CASE_INSENSITIVE
                                | Pattern.UNICODE_CASE),
                        rule.universal()))
            .toList();
    this.decimalDigits = decimalDigits;
  }

  /**
   * What a type is elsewhere; {@code ANY} if no rule fits.
   *
   * @param nativeType as the pack's introspection names it
   */
  public UniversalType universal(String nativeType) {
    return known.computeIfAbsent(nativeType, this::find);
  }

  private UniversalType find(String nativeType) {
    for (Rule rule : rules) {
      Matcher matcher = rule.pattern().matcher(nativeType);
      if (matcher.matches()) {
        Optional<UniversalType> type = type(rule.notation(), matcher);
        if (type.isPresent()) {
          return exact(type.get());
        }
      }
    }
    return UniversalType.ANY;
  }

  // A native type may be nonsense that its database never looks at, DECIMAL(2,5) or TIME(99): then
  // the next rule has its turn.
  private static Optional<UniversalType> type(String notation, Matcher matcher) {
    String written = notation;
    for (int group = matcher.groupCount(); group > 0; group--) {
      String value = matcher.group(group);
      written = written.replace("$" + group, value == null ? "" : value);
    }
    try {
      return Optional.of(UniversalType.parse(written));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * What of a type the database keeps exactly. Digits after the point are kept rather than those
   * before it: they are what a column is declared for. A decimal of any size becomes {@code
   * (digits, unbounded)}: so many digits, wherever the point stands among them.
   */
  private UniversalType exact(UniversalType type) {
    if (decimalDigits == 0 || !(type instanceof DecimalType decimal)) {
      return type;
    }
    if (decimal.scale() == UniversalType.UNBOUNDED) {
      return new DecimalType(
          Math.min(decimal.integerDigits(), decimalDigits), UniversalType.UNBOUNDED);
    }
    int scale = Math.min(decimal.scale(), decimalDigits);
    return new DecimalType(Math.min(decimal.integerDigits(), decimalDigits - scale), scale);
  }
}
