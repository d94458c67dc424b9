/** The driver on real servers, with the vendors' drivers as oracles. */
@NullMarked
package org.sqlxos.jdbc;

import org.jspecify.annotations.NullMarked;
