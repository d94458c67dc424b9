package org.sqlxos.problem.api;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A part of the node that goes on with something wrong in it, for instance with what a file said
 * before it was spoilt. An OSGi service; {@code /health} tells the codes, and whoever asks stays
 * with a node that is up.
 */
@ConsumerType
@FunctionalInterface
public interface SelfReport {

  /** What is wrong now; empty if nothing is. Asked at any moment, from any thread. */
  List<Problem> problems();
}
