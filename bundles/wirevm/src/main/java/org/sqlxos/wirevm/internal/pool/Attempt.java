package org.sqlxos.wirevm.internal.pool;

import org.sqlxos.operation.api.Deadline;

/**
 * How often something was tried.
 *
 * @param number the first is 1
 * @param deadline until when it is worth trying
 */
record Attempt(int number, Deadline deadline) {}
