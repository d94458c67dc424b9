package org.sqlxos.wirepack.mongodb.internal;

import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Identities that no other client makes: 32 bits of seconds, 40 random bits of this process, 24
 * bits that count.
 */
final class ObjectIds {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final long PROCESS = RANDOM.nextLong() & 0xff_ffff_ffffL;
  private static final AtomicInteger NEXT = new AtomicInteger(RANDOM.nextInt());

  private ObjectIds() {}

  /** In hexadecimal digits. */
  static String next() {
    return "%08x%010x%06x"
        .formatted(
            (int) (System.currentTimeMillis() / 1_000),
            PROCESS,
            NEXT.getAndIncrement() & 0xff_ffff);
  }
}
