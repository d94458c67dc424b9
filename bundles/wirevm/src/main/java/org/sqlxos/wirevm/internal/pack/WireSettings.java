package org.sqlxos.wirevm.internal.pack;

import java.util.List;
import java.util.Optional;
import org.sqlxos.wirevm.internal.protocol.Protocol;

/**
 * A database spoken to over a socket.
 *
 * @param protocol what is spoken
 * @param onConnect statements that every connection starts with
 * @param options the URL's parameters that are the protocol's variables, each {@code url.NAME}
 * @param role a statement whose only value is {@code primary} or {@code standby}
 * @param pipelined whether several operations may be on their way at a time
 * @param urlDefaults what holds where the URL does not say
 */
public record WireSettings(
    Protocol protocol,
    List<String> onConnect,
    List<String> options,
    Optional<String> role,
    boolean pipelined,
    UrlDefaults urlDefaults)
    implements TransportSettings {
  public WireSettings {
    onConnect = List.copyOf(onConnect);
    options = List.copyOf(options);
  }
}
