package org.sqlxos.wirepack.api;

/**
 * A place in a transaction that can be gone back to. Made by {@link Transactions#savepoint}; means
 * nothing to another transaction.
 *
 * @param transaction which one, told apart from every other of this process
 * @param number counted from 1 in each transaction
 */
public record Savepoint(long transaction, long number) {}
