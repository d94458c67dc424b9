/**
 * Reads check constraints from the DDL of databases that keep them nowhere else. A tokenizer that
 * knows quotes, comments and parentheses is enough: everything else in a definition is skipped.
 */
@NullMarked
package org.sqlxos.catalog.internal.ddl;

import org.jspecify.annotations.NullMarked;
