package org.sqlxos.problem.api;

/**
 * One rule that a value of a request breaks.
 *
 * @param pointer where in the request body, a JSON pointer (RFC 6901); the empty string means the
 *     whole body
 * @param rule the kind of rule: {@code type}, {@code required}, {@code null}, {@code length},
 *     {@code range}, {@code check}, {@code enum}, {@code foreign-key}, {@code unique}, {@code
 *     read-only}, {@code unknown}
 * @param message what is expected, for a person; never the value itself
 */
public record Violation(String pointer, String rule, String message) {}
