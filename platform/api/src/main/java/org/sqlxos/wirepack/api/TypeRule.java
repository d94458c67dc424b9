package org.sqlxos.wirepack.api;

import java.util.regex.Pattern;

/**
 * One row of a pack's type table. Rules are tried in order, the first whose pattern matches the
 * whole native type wins.
 *
 * @param nativeType matched without regard to case
 * @param universal the notation of a universal type, in which {@code $1}, {@code $2} stand for the
 *     pattern's groups; for instance {@code decimal($1,$2)}
 */
public record TypeRule(Pattern nativeType, String universal) {}
