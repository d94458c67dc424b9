package org.sqlxos.rest.internal.request;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Content negotiation: everything here is JSON, so it is a question of yes or no. */
public final class MediaTypes {

  public static final String JSON = "application/json";
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private MediaTypes() {}

  /** Refuses a request whose Accept headers exclude JSON. */
  public static void requireAccepts(List<String> accept) {
    if (!accepts(accept)) {
      throw RestProblem.NOT_ACCEPTABLE.problem(
          "\"%s\" is the only representation there is".formatted(JSON),
          "send Accept: " + JSON + " or leave the header out");
    }
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
    if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
      throw RestProblem.MEDIA_TYPE_UNSUPPORTED.problem(
          "a body without Content-Encoding expected, found " + Names.quote(encoding));
    }
  }

  // RFC 9110, 12.5.1: the most specific range that matches decides; the order does not matter.
  private static boolean accepts(List<String> headers) {
    double quality = headers.isEmpty() ? 1 : 0;
    int specific = 0;
    for (String range : String.join(",", headers).split(",", -1)) {
      int precision =
          switch (essence(range)) {
            case JSON -> 3;
            case "application/*" -> 2;
            case "*/*" -> 1;
            default -> 0;
          };
      if (precision > specific) {
        specific = precision;
        quality = quality(range);
      }
    }
    return quality > 0;
  }

  private static String essence(String value) {
    int semicolon = value.indexOf(';');
    return (semicolon < 0 ? value : value.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static double quality(String range) {
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
