package org.sqlxos.wirepack.api;

import java.util.Locale;

/**
 * The URL of a database, {@code scheme:rest}. What stands behind the scheme is the pack's to
 * understand.
 *
 * @param scheme in lower case
 * @param rest everything after the first colon
 */
public record ConnectionUrl(String scheme, String rest) {

  /**
   * @throws IllegalArgumentException if there is no scheme
   */
  public static ConnectionUrl parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "a database URL looks like sqlite:shop.db or postgresql://user@host/database");
    }
    return new ConnectionUrl(
        text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1));
  }

  /** The URL without user information and parameters: fit for logs and messages. */
  @Override
  public String toString() {
    String shown = rest;
    int question = shown.indexOf('?');
    if (question >= 0) {
      shown = shown.substring(0, question);
    }
    int at = shown.lastIndexOf('@');
    if (shown.startsWith("//") && at >= 0) {
      shown = "//" + shown.substring(at + 1);
    }
    return scheme + ":" + shown;
  }
}
