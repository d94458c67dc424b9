package org.sqlxos.capability.api;

import java.util.Set;

/**
 * What a bundle offers, as an OSGi capability of the namespace {@value #NAMESPACE}. The
 * orchestrator composes plans from these.
 *
 * <p>In {@code bnd.bnd}: {@code Provide-Capability: sqlx.capability; sqlx.capability="rest";
 * kind="api"}
 *
 * @param name the value of the attribute {@value #NAMESPACE}
 * @param kind one of {@code wirepack}, {@code dialect}, {@code generator}, {@code learner}, {@code
 *     validator}, {@code stage}, {@code api}
 * @param latencyMillis what it adds to an operation, in milliseconds; NaN where it says nothing
 * @param throughput operations a second; NaN where it says nothing
 * @param compliance the standards it helps to keep
 */
public record Capability(
    String name, String kind, double latencyMillis, double throughput, Set<String> compliance) {

  /** The OSGi namespace. */
  public static final String NAMESPACE = "sqlx.capability";

  /** Attribute: {@link #latencyMillis()}, a {@code Double}. */
  public static final String LATENCY_MILLIS = "latency.ms";

  /** Attribute: {@link #throughput()}, a {@code Double}. */
  public static final String THROUGHPUT = "throughput";

  /** Attribute: {@link #compliance()}, a {@code List<String>}. */
  public static final String COMPLIANCE = "compliance";

  public Capability {
    compliance = Set.copyOf(compliance);
  }
}
