package org.sqlxos.planner.internal;

/**
 * In place of a value: the identity that the database gave to a row of the INSERT before. It is
 * written into the text, for the session knows it, not the caller.
 *
 * @param row counted from 0
 */
record GeneratedKey(int row) {}
