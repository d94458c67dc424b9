package org.sqlxos.admission.api;

import java.util.Optional;

/**
 * What a request brings along that may tell who asks. Nothing of it is believed yet.
 *
 * @param address the literal address that the connection comes from
 * @param host what the request calls this node, without the port; empty if it does not
 * @param authorization the header {@code Authorization}, whole
 * @param apiKey the header {@code X-API-Key}
 */
public record Credentials(
    String address, String host, Optional<String> authorization, Optional<String> apiKey) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return "Credentials[address=%s, host=%s]".formatted(address, host);
  }
}
