package org.sqlxos.operation.api;

import org.sqlxos.type.api.UniversalType;

/**
 * A column of a result.
 *
 * @param name as it appears in the answer
 * @param type what its values are declared to be
 */
public record ResultColumn(String name, UniversalType type) {}
