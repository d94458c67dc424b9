/** Sees each foreign key from both of its ends, under names that paths and selections can use. */
@NullMarked
package org.sqlxos.catalog.internal.relationship;

import org.jspecify.annotations.NullMarked;
