/** Broken rules, collected with the places where they are broken. */
@NullMarked
package org.sqlxos.contracts.internal.report;

import org.jspecify.annotations.NullMarked;
