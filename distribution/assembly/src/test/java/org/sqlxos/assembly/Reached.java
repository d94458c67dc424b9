package org.sqlxos.assembly;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * Which pack a test reaches its database with. The reference page of databases tells how each pack
 * was tested by these, and the suites make sure that it is this pack that was used.
 */
@Retention(RetentionPolicy.RUNTIME)
@interface Reached {

  /** The name of the pack, or of several. */
  String[] by();

  /** The server, with its version. */
  String on();

  How how();

  /** What it was tested on. */
  enum How {
    /** The product itself. */
    REAL,
    /** Another product, which understands the same. */
    COMPATIBLE
  }
}
