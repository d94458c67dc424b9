package org.sqlxos.testkit.server;

/** A server cannot run on this machine; the message is the reason, for the reader of a report. */
final class ServerUnavailableException extends Exception {

  private static final long serialVersionUID = 1L;

  ServerUnavailableException(String reason) {
    super(reason);
  }

  ServerUnavailableException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
