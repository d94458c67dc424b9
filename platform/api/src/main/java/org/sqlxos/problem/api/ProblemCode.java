package org.sqlxos.problem.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * One kind of problem. A bundle implements this with an enum, one entry a kind.
 *
 * <p>Codes of SQLx OS are {@code SQLXgnn}; g = 0 start and configuration, 1 request, 2 catalog, 3
 * security and tenancy, 4 contracts, masking and compliance, 5 plan and translation, 6 wire and
 * connection, 7 cache and cluster, 8 bundles and marketplace, 9 internal. A code is never given to
 * a second meaning. A third party uses a prefix of its own.
 */
@ConsumerType
public interface ProblemCode {

  /** The stable code, {@code SQLXgnn}. */
  String code();

  /** The HTTP status, 400 to 599, that an answer with this problem has. */
  int status();

  /** Whose fault it is. */
  Fault fault();

  /** Whether the very same request may succeed later. */
  boolean retryable();

  /** The same words for every occurrence; at most about eight of them, no full stop. */
  String title();

  /** One occurrence: what failed, names in double quotes, what was found and what was expected. */
  default ProblemException problem(String detail) {
    return new ProblemException(Problem.of(this, detail));
  }

  /** One occurrence with the next action, or the nearest existing name, as a hint. */
  default ProblemException problem(String detail, String hint) {
    return new ProblemException(Problem.of(this, detail).withHint(hint));
  }
}
