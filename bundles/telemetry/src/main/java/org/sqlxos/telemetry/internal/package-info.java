/**
 * What a node tells of itself. Below: {@code meter} measures, {@code web} answers {@code /metrics},
 * {@code /health} and {@code /ready}.
 */
@NullMarked
package org.sqlxos.telemetry.internal;

import org.jspecify.annotations.NullMarked;
