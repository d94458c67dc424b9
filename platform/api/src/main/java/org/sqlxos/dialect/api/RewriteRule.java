package org.sqlxos.dialect.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** One rewrite of one construct: a class each. */
@ConsumerType
public interface RewriteRule {

  /** What it rewrites and into what, in one sentence; shown when a translation is explained. */
  String description();

  /**
   * Rewrites a node of a parsed statement.
   *
   * @param node a node of the parser's syntax tree; rules pick the classes they know
   * @return the replacement; empty if the rule does not apply, or is not sure
   */
  Optional<Object> rewrite(Object node);
}
