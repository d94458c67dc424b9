package org.sqlxos.testkit.fault;

import java.time.Duration;

/** What a {@link FaultProxy} does to a connection. */
public sealed interface Fault {

  /** Bytes pass as they come. */
  record None() implements Fault {}

  /** Both sides are closed, as by an orderly end, once so many more bytes have passed. */
  record Cut(int afterBytes) implements Fault {}

  /** Both sides are reset, once so many more bytes have passed. */
  record Reset(int afterBytes) implements Fault {}

  /** Each piece is kept for a time before it passes. */
  record Delay(Duration time) implements Fault {}

  /** Once so many bytes have passed nothing passes any more for a time; then all goes on. */
  record Stall(int afterBytes, Duration time) implements Fault {}

  /** Once so many bytes have passed the client is told that there will be no more; it may go on. */
  record HalfClose(int afterBytes) implements Fault {}

  /** Bytes pass one by one. */
  record SingleBytes() implements Fault {}
}
