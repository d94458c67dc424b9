package org.sqlxos.rest.internal.response;

import java.io.IOException;

/** The client no longer takes the answer. Nobody is left to tell, and nothing is wrong here. */
public final class ClientGoneException extends IOException {

  private static final long serialVersionUID = 1L;

  ClientGoneException(IOException cause) {
    super("the client has gone", cause);
  }
}
