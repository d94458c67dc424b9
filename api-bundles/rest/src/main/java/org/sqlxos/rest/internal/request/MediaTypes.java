package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Content negotiation, RFC 9110 section 12. */
public final class MediaTypes {

  public static final String JSON = "application/json";
  public static final String MERGE_PATCH = "application/merge-patch+json";

  /** Server-sent events. */
  public static final String EVENTS = "text/event-stream";

  private MediaTypes() {}

  /** Whether a caller names a type, and not only takes any. */
  public static boolean names(List<String> accept, String type) {
    return List.of(String.join(",", accept).split(",", -1)).stream()
        .anyMatch(range -> essence(range).equals(type));
  }

  /**
   * The representation that a caller likes best, the first of several that are liked alike.
   *
   * @param accept the values of the Accept headers
   * @param offered at least one
   */
  public static Representation negotiate(List<String> accept, List<Representation> offered) {
    if (accept.isEmpty()) {
      return offered.getFirst();
    }
    String[] ranges = String.join(",", accept).split(",", -1);
    Representation best = offered.getFirst();
    double bestQuality = 0;
    for (Representation candidate : offered) {
      double quality = quality(ranges, candidate.mediaType());
      if (quality > bestQuality) {
        best = candidate;
        bestQuality = quality;
      }
    }
    if (bestQuality == 0) {
      throw RestProblem.NOT_ACCEPTABLE.problem(
          "one of the representations %s expected".formatted(types(offered)),
          "send Accept: " + best.mediaType() + " or leave the header out");
    }
    return best;
  }

  /** Whether a body says that it is a merge patch; RFC 7396. */
  public static boolean isMergePatch(@Nullable String type) {
    return type != null && essence(type).equals(MERGE_PATCH);
  }

  private static String types(List<Representation> offered) {
    return offered.stream().map(Representation::mediaType).collect(Collectors.joining(", "));
  }

  /** Refuses a body that is not declared to be JSON in UTF-8. */
  public static void requireJson(@Nullable String type, @Nullable String encoding, boolean patch) {
    Set<String> accepted = patch ? Set.of(JSON, MERGE_PATCH) : Set.of(JSON);
    String essence = type == null ? "" : essence(type);
    if (!accepted.contains(essence) || !utf8(type == null ? "" : type)) {
      throw RestProblem.MEDIA_TYPE_UNSUPPORTED.problem(
          "a body of type \"%s\" in UTF-8 expected, found %s"
              .formatted(JSON, type == null ? "no Content-Type" : Names.quote(type)),
          "send Content-Type: " + JSON);
    }
    requireIdentity(encoding);
  }

  /** Refuses a body that is declared to be something else; one may say nothing of itself. */
  public static void require(
      Representation expected, @Nullable String type, @Nullable String encoding) {
    if (type != null && !essence(type).equals(expected.mediaType())) {
      throw RestProblem.MEDIA_TYPE_UNSUPPORTED.problem(
          "a body of type \"%s\" expected, found %s"
              .formatted(expected.mediaType(), Names.quote(type)),
          "send Content-Type: " + expected.mediaType());
    }
    requireIdentity(encoding);
  }

  private static void requireIdentity(@Nullable String encoding) {
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw RestProblem.MEDIA_TYPE_UNSUPPORTED.problem(
          "a body without Content-Encoding expected, found " + Names.quote(encoding));
    }
  }

  // 12.5.1: the most specific range that matches decides; the order does not matter.
  private static double quality(String[] ranges, String type) {
    String family = type.substring(0, type.indexOf('/')) + "/*";
    double quality = 0;
    int specific = 0;
    for (String range : ranges) {
      String essence = essence(range);
      int precision =
          essence.equals(type) ? 3 : essence.equals(family) ? 2 : essence.equals("*/*") ? 1 : 0;
      if (precision > specific) {
        specific = precision;
        quality = quality(range);
      }
    }
    return quality;
  }

  /** A media type without its parameters, in lower case. */
  public static String essence(String value) {
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  /** The weight of an element of a list header: 1 where none is given, 0 where it is none. */
  static double quality(String range) {
    for (String parameter : range.split(";", -1)) {
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith("q=")) {
        return text.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")
            ? Double.parseDouble(text.substring(2))
            : 0;
      }
    }
    return 1;
  }

  private static boolean utf8(String type) {
    for (String parameter : type.split(";", -1)) {
      String text = parameter.strip().toLowerCase(Locale.ROOT);
      if (text.startsWith("charset=")) {
        String charset = text.substring("charset=".length()).replace("\"", "");
        return charset.equals("utf-8") || charset.equals("utf8");
      }
    }
    return true;
  }
}
