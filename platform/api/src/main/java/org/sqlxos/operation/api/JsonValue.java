package org.sqlxos.operation.api;

/**
 * A JSON object or array as a caller sent it, in the place of a value that VERIFY has not seen yet.
 * Strings, numbers, booleans and null come as {@code String}, {@code Long} or {@code BigDecimal},
 * {@code Boolean} and {@code null}.
 *
 * @param text the well-formed document
 */
public record JsonValue(String text) {}
