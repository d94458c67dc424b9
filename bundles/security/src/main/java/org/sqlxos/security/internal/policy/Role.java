package org.sqlxos.security.internal.policy;

import java.util.List;
import org.sqlxos.admission.api.Bounds;

/**
 * A role of a policy.
 *
 * @param inherits the roles whose rules it has too
 * @param bounds what it may ask for at once
 * @param rate how often it may ask
 */
record Role(String name, List<String> inherits, Bounds bounds, Rate rate, List<TableRule> rules) {}
