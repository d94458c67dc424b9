package org.sqlxos.wirepack.api;

/**
 * What a server said when it refused something, in its own words. They may hold values of rows: fit
 * for the user whose statement it was, for no log and nobody else.
 *
 * @param code the server's number; 0 if it has none
 * @param state the SQLSTATE; empty if it has none
 */
public record ServerError(int code, String state, String message) {}
