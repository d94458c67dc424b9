package org.sqlxos.wirepack.api;

import java.util.List;

/**
 * One message, decoded.
 *
 * @param sent whether it went to the server
 * @param state of the connection
 * @param name of the message in its pack
 * @param bytes with what stands around it, before encryption
 * @param fields those with a name, in the order in which they lie in it
 */
public record TracedMessage(
    boolean sent, String state, String name, int bytes, List<TracedField> fields) {

  public TracedMessage {
    fields = List.copyOf(fields);
  }

  /**
   * @param value as people read it, or {@code ***} where it is secret
   */
  public record TracedField(String name, String value) {}
}
