package org.sqlxos.rest.internal.load;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a body.
 *
 * @param number of the line on which it begins, from 1
 * @param members by column, in the order of the body
 */
record Line(long number, Map<String, @Nullable Object> members) {}
