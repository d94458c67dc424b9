package org.sqlxos.rest.internal.write;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.sqlxos.operation.api.Mutation.Resolution;
import org.sqlxos.rest.internal.request.RestProblem;

/**
 * What the header {@code Prefer} says of a write; RFC 7240. Preferences that are not known are
 * ignored, as that says.
 *
 * @param returned what the answer has; absent where the caller does not say
 * @param resolution what becomes of rows that exist already
 * @param maxAffected how many rows may be changed
 * @param applied what was understood, for {@code Preference-Applied}
 */
public record Prefer(
    Optional<Returned> returned,
    Optional<Resolution> resolution,
    OptionalLong maxAffected,
    List<String> applied) {

  /** Nothing in particular. */
  public static final Prefer NOTHING =
      new Prefer(Optional.empty(), Optional.empty(), OptionalLong.empty(), List.of());

  public Prefer {
    applied = List.copyOf(applied);
  }

  /** What an answer has of the rows. */
  public enum Returned {
    MINIMAL,
    HEADERS_ONLY,
    REPRESENTATION
  }

  /**
   * Reads the header.
   *
   * @param values all values of it
   */
  public static Prefer of(List<String> values) {
    Prefer prefer = NOTHING;
    for (String part : String.join(",", values).split(",", -1)) {
      // Parameters of a preference come after a semicolon; none of ours has any.
      String text = part.split(";", -1)[0].strip().toLowerCase(Locale.ROOT).replace("\"", "");
      prefer = prefer.with(text);
    }
    return prefer;
  }

  // RFC 7240, 2: the first of several of one name counts.
  private Prefer with(String text) {
    int equals = text.indexOf('=');
    String name = equals < 0 ? text : text.substring(0, equals).strip();
    String value = equals < 0 ? "" : text.substring(equals + 1).strip();
    if (name.equals("return") && returned.isEmpty()) {
      return returned(value)
          .map(found -> new Prefer(Optional.of(found), resolution, maxAffected, plus(text)))
          .orElse(this);
    }
    if (name.equals("resolution") && resolution.isEmpty()) {
      return resolution(value)
          .map(found -> new Prefer(returned, Optional.of(found), maxAffected, plus(text)))
          .orElse(this);
    }
    return name.equals("max-affected") && maxAffected.isEmpty()
        ? new Prefer(returned, resolution, OptionalLong.of(number(value)), plus(text))
        : this;
  }

  private List<String> plus(String text) {
    List<String> all = new ArrayList<>(applied);
    all.add(text);
    return Collections.unmodifiableList(all);
  }

  private static Optional<Returned> returned(String value) {
    return switch (value) {
      case "minimal" -> Optional.of(Returned.MINIMAL);
      case "headers-only" -> Optional.of(Returned.HEADERS_ONLY);
      case "representation" -> Optional.of(Returned.REPRESENTATION);
      default -> Optional.empty();
    };
  }

  private static Optional<Resolution> resolution(String value) {
    return switch (value) {
      case "merge-duplicates" -> Optional.of(Resolution.MERGE);
      case "ignore-duplicates" -> Optional.of(Resolution.IGNORE);
      default -> Optional.empty();
    };
  }

  // A bound that cannot be read must not become no bound.
  private static long number(String value) {
    if (!value.matches("[0-9]{1,18}")) {
      throw RestProblem.PREFERENCE_INVALID.problem(
          "max-affected: a whole number expected", "send Prefer: max-affected=100");
    }
    return Long.parseLong(value);
  }

  /** Whether rows come back; {@code otherwise} where the caller does not say. */
  public boolean representation(boolean otherwise) {
    return returned.map(wanted -> wanted == Returned.REPRESENTATION).orElse(otherwise);
  }
}
