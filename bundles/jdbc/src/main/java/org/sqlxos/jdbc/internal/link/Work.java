package org.sqlxos.jdbc.internal.link;

/** Something that is done with a session. */
@FunctionalInterface
public interface Work<T> {
  T run();
}
