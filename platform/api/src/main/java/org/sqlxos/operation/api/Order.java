package org.sqlxos.operation.api;

/**
 * One sort key.
 *
 * @param column a column of the relation
 * @param descending from the greatest to the smallest
 */
public record Order(String column, boolean descending) {}
