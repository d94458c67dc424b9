package org.sqlxos.wirevm.internal.pack;

/** What an error of a database can mean. A pack's {@code errors} name these. */
public enum ErrorKind {
  NOT_NULL,
  CHECK,
  FOREIGN_KEY,
  UNIQUE,
  VALUE,
  /** Somebody else holds a lock; the same statement succeeds once it is gone. */
  BUSY,
  /** The statement was stopped by {@code cancel}. */
  INTERRUPTED,
  NOT_A_DATABASE,
  CANNOT_OPEN,
  NO_PERMISSION,
  READ_ONLY,
  SCHEMA_CHANGED,
  FULL,
  CORRUPT,
  INPUT_OUTPUT,
  TOO_COMPLEX,
  LOST,
  /** The user, or the password, is refused. */
  AUTHENTICATION,
  NO_SUCH_DATABASE,
  /** What was prepared is not valid any more; prepared again, the same statement succeeds. */
  STALE_STATEMENT,
  /** It can be run, but not be prepared. */
  UNPREPARABLE,
  /** The database has no such ability: whoever asks has to ask otherwise. */
  UNSUPPORTED,
  /** Too few parts of the database answer; the same statement may succeed later. */
  UNAVAILABLE,
  /** The key holds a value of another kind. */
  WRONG_KIND,
  /** Another server of a cluster has the data. */
  ELSEWHERE,
  /** The server is starting, or waits for others. */
  LOADING,
  STATEMENT
}
