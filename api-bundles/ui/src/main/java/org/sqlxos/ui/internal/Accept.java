package org.sqlxos.ui.internal;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the request headers that say what a client takes (RFC 9110). */
final class Accept {

  private Accept() {}

  static boolean gzip(@Nullable String acceptEncoding) {
    return values(acceptEncoding)
        .anyMatch(
            value -> (name(value).equals("gzip") || name(value).equals("*")) && wanted(value));
  }

  /** Whether a browser asks, rather than a program: only those name HTML. */
  static boolean html(@Nullable String accept) {
    return values(accept).anyMatch(value -> name(value).equals("text/html") && wanted(value));
  }

  /** Whether a list of entity tags holds this one, by weak comparison. */
  static boolean lists(@Nullable String tags, String tag) {
    return values(tags)
        .map(value -> value.startsWith("W/") ? value.substring(2) : value)
        .anyMatch(value -> value.equals(tag) || value.equals("*"));
  }

  private static Stream<String> values(@Nullable String header) {
    return header == null ? Stream.empty() : Arrays.stream(header.split(",")).map(String::strip);
  }

  private static String name(String value) {
    int semicolon = value.indexOf(';');
    String name = semicolon < 0 ? value : value.substring(0, semicolon);
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private static boolean wanted(String value) {
    return !value.replace(" ", "").matches(".*;[qQ]=0(\\.0{0,3})?(;.*)?");
  }
}
