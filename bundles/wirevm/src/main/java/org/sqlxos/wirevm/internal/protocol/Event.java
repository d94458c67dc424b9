package org.sqlxos.wirevm.internal.protocol;

/** What a message means to the session, apart from the protocol. */
public enum Event {
  /** Nothing. */
  NONE,
  /** {@code column.*} describe the next column of the result. */
  COLUMN,
  /** {@code parameter.*} describe the next parameter of the statement. */
  PARAMETER,
  /** Columns from now on are those of a new result. */
  RESULT,
  /** A statement has ended well; {@code affectedRows} is set. */
  COMPLETE,
  /** The server refuses; {@code error.*} say why. The operation goes on to its end. */
  ERROR,
  /** What was read is the reply to a command, or its next part. */
  REPLY,
  /** The server waits for rows to be copied in. */
  COPY_IN,
  /** The server begins to copy rows out. */
  COPY_OUT,
  /** The next bytes that are copied out are {@code copy.data}. */
  COPY_DATA,
  /** The server has something to say; {@code notice.*} are set. */
  NOTICE,
  /** Something happened elsewhere; {@code notification.*} are set. */
  NOTIFICATION
}
