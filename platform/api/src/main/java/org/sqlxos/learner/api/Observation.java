package org.sqlxos.learner.api;

import java.time.Duration;
import java.util.Optional;
import org.sqlxos.operation.api.Operation;

/**
 * One operation, looked back on. It holds no values of rows.
 *
 * @param operation as the OBSERVE stage saw it
 * @param elapsed from its start until its outcome was there
 * @param code the problem's code if it failed
 */
public record Observation(Operation operation, Duration elapsed, Optional<String> code) {}
