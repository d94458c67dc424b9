package org.sqlxos.wirevm.internal.protocol;

/** Why a connection cannot be made. A pack's step {@code fail} names these. */
public enum ConnectFault {
  /** A parameter of the URL has a value that the pack does not know. */
  URL,
  /** The server refuses encryption, and the URL demands it. */
  TLS_REFUSED,
  /** The user, or what proves that it is the user, is refused. */
  AUTHENTICATION,
  /** The server demands a way to authenticate that the pack does not speak. */
  AUTHENTICATION_UNSUPPORTED,
  /** The server does not prove that it knows the password. */
  SERVER_NOT_PROVEN,
  /** The server is older, or newer, than the pack. */
  VERSION_UNSUPPORTED,
  /** The server said no in its own words. */
  REFUSED,
  /** What came is not this protocol. */
  NOT_THIS_PROTOCOL
}
