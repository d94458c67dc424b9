package org.sqlxos.benchmarks.mongodb;

/** A client as its manual says it is used by many callers. */
interface MongodbClient extends AutoCloseable {

  String name();

  /** Reads one document by its key. */
  void find();

  /** Reads {@value Article#LIST} documents. */
  void list();

  /** Adds one document. */
  void insert();

  /** Counts and sums by group. */
  void aggregate();

  @Override
  void close();
}
