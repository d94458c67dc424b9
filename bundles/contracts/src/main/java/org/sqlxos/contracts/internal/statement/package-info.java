/** Verifies filters, queries and mutations against the catalog. */
@NullMarked
package org.sqlxos.contracts.internal.statement;

import org.jspecify.annotations.NullMarked;
