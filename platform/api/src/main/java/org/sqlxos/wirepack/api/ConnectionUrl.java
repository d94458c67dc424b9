package org.sqlxos.wirepack.api;

import java.util.Locale;

/**
 * The URL of a database, {@code scheme:rest}. What stands behind the scheme is the pack's to
 * understand.
 *
 * @param scheme in lower case; {@code jdbc:VENDOR} for {@code jdbc:VENDOR:rest}
 * @param rest everything after the scheme's colon
 */
public record ConnectionUrl(String scheme, String rest) {

  /** The scheme of every URL of a JDBC driver that no pack claims for itself. */
  public static final String JDBC = "jdbc";

  /**
   * @throws IllegalArgumentException if there is no scheme
   */
  public static ConnectionUrl parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      throw new IllegalArgumentException(
          "a database URL looks like sqlite:shop.db or postgresql://user@host/database");
    }
    String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
    if (scheme.equals(JDBC)) {
      // The vendor is a part of the scheme: each has a pack, or a driver, of its own.
      int vendor = text.indexOf(':', colon + 1);
      if (vendor > colon + 1 && vendor < text.length() - 1) {
        return new ConnectionUrl(
            text.substring(0, vendor).toLowerCase(Locale.ROOT), text.substring(vendor + 1));
      }
    }
    return new ConnectionUrl(scheme, text.substring(colon + 1));
  }

  /** The URL without user information and parameters: fit for logs and messages. */
  @Override
  public String toString() {
    String shown = rest;
    int question = shown.indexOf('?');
    if (question >= 0) {
      shown = shown.substring(0, question);
    }
    boolean ofDriver = scheme.startsWith(JDBC);
    int semicolon = shown.indexOf(';');
    if (ofDriver && semicolon >= 0) {
      shown = shown.substring(0, semicolon);
    }
    int at = shown.lastIndexOf('@');
    if ((shown.startsWith("//") || ofDriver) && at >= 0) {
      shown = (shown.startsWith("//") ? "//" : "") + shown.substring(at + 1);
    }
    return scheme + ":" + shown;
  }
}
