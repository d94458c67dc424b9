/** What a database's own errors mean, by the rules of its pack. */
@NullMarked
package org.sqlxos.wirevm.internal.error;

import org.jspecify.annotations.NullMarked;
