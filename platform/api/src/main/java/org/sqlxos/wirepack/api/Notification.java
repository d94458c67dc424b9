package org.sqlxos.wirepack.api;

/**
 * Something that somebody told those who listen to a channel.
 *
 * @param payload may be empty
 * @param process the server's number for the session that told it
 */
public record Notification(String channel, String payload, long process) {}
