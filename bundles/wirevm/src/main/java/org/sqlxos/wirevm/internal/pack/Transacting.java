package org.sqlxos.wirevm.internal.pack;

/** How transactions begin and end. */
public sealed interface Transacting permits TransactionStatements, TransactionCalls {

  /** Whether there are any. */
  boolean there();

  /** Whether a statement outside of one is one of its own, whatever the server's settings say. */
  boolean alone();
}
