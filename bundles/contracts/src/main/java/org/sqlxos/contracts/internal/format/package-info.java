/** Takes texts of a column, gives whether they are of the form that its name promises. */
@NullMarked
package org.sqlxos.contracts.internal.format;

import org.jspecify.annotations.NullMarked;
