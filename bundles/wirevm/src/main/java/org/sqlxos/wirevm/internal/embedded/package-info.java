/** Sessions over a java.sql driver that a pack's bundle brings with it. */
@NullMarked
package org.sqlxos.wirevm.internal.embedded;

import org.jspecify.annotations.NullMarked;
