/**
 * The catalog: follows each {@code ConnectedDatabase} and offers what it holds as a {@code
 * LiveCatalog}. Packages below: {@code follow} watches, {@code introspect} asks and builds, {@code
 * ddl} reads checks from DDL, {@code relationship} names what foreign keys join.
 */
@NullMarked
package org.sqlxos.catalog.internal;

import org.jspecify.annotations.NullMarked;
