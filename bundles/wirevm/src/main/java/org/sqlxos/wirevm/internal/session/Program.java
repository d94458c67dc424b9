package org.sqlxos.wirevm.internal.session;

/** Steps that are done one after the other. Made of a pack's steps, with every name resolved. */
@FunctionalInterface
interface Program {

  Program NOTHING = _ -> {};

  void run(Conversation conversation) throws java.io.IOException;
}
