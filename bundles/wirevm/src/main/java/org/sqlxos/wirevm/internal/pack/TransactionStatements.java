package org.sqlxos.wirevm.internal.pack;

/** How a database begins and ends transactions. */
public record TransactionStatements(
    String beginRead, String beginWrite, String commit, String rollback) {}
