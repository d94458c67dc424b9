package org.sqlxos.wirepack.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Is told what is said on one connection, in its order, on the thread that says or hears it. Must
 * return soon.
 */
@ConsumerType
public interface ConversationTrace {

  /** A message was sent, or has come. */
  void message(TracedMessage message);

  /**
   * From here on everything is encrypted; messages are told as they are inside.
   *
   * @param protocol for instance {@code TLSv1.3}
   * @param cipher the cipher suite
   */
  void encrypted(String protocol, String cipher);
}
