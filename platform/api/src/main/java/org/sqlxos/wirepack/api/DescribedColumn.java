package org.sqlxos.wirepack.api;

/**
 * A column of a result as the server describes it.
 *
 * @param name as the statement calls it; may be empty, and several may have the same
 */
public record DescribedColumn(String name, NativeType type) {}
