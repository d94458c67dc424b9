/**
 * Asks a database the questions of {@code IntrospectionQuery} and makes the catalog model of the
 * answers.
 */
@NullMarked
package org.sqlxos.catalog.internal.introspect;

import org.jspecify.annotations.NullMarked;
