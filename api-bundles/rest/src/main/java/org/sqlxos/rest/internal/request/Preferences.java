package org.sqlxos.rest.internal.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/**
 * What a caller says of the answer it wants, beside its media type.
 *
 * @param bodiless whether it is the answer to HEAD: headers as for GET, no body
 * @param coding how the body is to be compressed
 * @param knownTags the values of If-None-Match
 */
public record Preferences(boolean bodiless, ContentCoding coding, List<String> knownTags) {

  public Preferences {
    knownTags = List.copyOf(knownTags);
  }

  public static Preferences of(HttpServletRequest request) {
    return new Preferences(
        request.getMethod().equals("HEAD"),
        ContentCoding.negotiate(Collections.list(request.getHeaders("Accept-Encoding"))),
        // Of a change it says whether there may be a row, not what the caller has.
        request.getMethod().equals("GET") || request.getMethod().equals("HEAD")
            ? Collections.list(request.getHeaders("If-None-Match"))
            : List.of());
  }

  /** Whether the caller has what {@code entityTag} stands for; RFC 9110, 13.1.2. */
  public boolean knows(String entityTag) {
    for (String tag : String.join(",", knownTags).split(",", -1)) {
      String stripped = tag.strip();
      String strong = stripped.startsWith("W/") ? stripped.substring(2) : stripped;
      if (strong.equals("*") || strong.equals(entityTag)) {
        return true;
      }
    }
    return false;
  }
}
