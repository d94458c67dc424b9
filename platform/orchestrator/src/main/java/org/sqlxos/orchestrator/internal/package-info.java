/**
 * The pipeline: takes the {@code Stage} services present, sorts them into an immutable chain, and
 * runs operations through it. The chain is replaced whole when a stage comes or goes.
 */
@NullMarked
package org.sqlxos.orchestrator.internal;

import org.jspecify.annotations.NullMarked;
