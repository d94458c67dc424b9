/** The meters: those of operations, by the OBSERVE stage, and those of the process. */
@NullMarked
package org.sqlxos.telemetry.internal.meter;

import org.jspecify.annotations.NullMarked;
