package org.sqlxos.catalog.api;

/**
 * A check constraint.
 *
 * @param name the constraint's name; a derived one where the database gives none
 * @param expression the condition in the database's own SQL, without the outer parentheses
 */
public record Check(String name, String expression) {}
