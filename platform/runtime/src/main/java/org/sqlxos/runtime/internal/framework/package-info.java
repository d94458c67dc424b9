/**
 * The Felix framework: which bundles, at which start level, with which configuration; start and
 * stop.
 */
@NullMarked
package org.sqlxos.runtime.internal.framework;

import org.jspecify.annotations.NullMarked;
