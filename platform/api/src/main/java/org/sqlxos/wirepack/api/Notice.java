package org.sqlxos.wirepack.api;

/**
 * What a server remarks on a statement, which goes on.
 *
 * @param severity in the server's words, for instance {@code WARNING}
 * @param state the SQLSTATE; empty if it has none
 * @param message may hold values of rows
 */
public record Notice(String severity, String state, String message) {}
