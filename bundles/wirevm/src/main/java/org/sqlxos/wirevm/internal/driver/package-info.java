/** Sessions over a {@code java.sql.Driver}, of a pack's bundle or from the drivers folder. */
@NullMarked
package org.sqlxos.wirevm.internal.driver;

import org.jspecify.annotations.NullMarked;
