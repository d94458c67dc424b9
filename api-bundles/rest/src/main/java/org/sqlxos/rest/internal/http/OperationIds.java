package org.sqlxos.rest.internal.http;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/** Names operations: what differs from start to start, then a number. */
final class OperationIds {

  private static final int START_BYTES = 5;

  private final String start;
  private final AtomicLong last = new AtomicLong();

  OperationIds() {
    byte[] octets = new byte[START_BYTES];
    new SecureRandom().nextBytes(octets);
    start = HexFormat.of().formatHex(octets);
  }

  String next() {
    return start + '-' + Long.toHexString(last.incrementAndGet());
  }
}
