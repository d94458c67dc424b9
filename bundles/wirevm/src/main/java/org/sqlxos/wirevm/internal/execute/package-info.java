/** The EXECUTE stage: runs the target statement and streams its rows. */
@NullMarked
package org.sqlxos.wirevm.internal.execute;

import org.jspecify.annotations.NullMarked;
