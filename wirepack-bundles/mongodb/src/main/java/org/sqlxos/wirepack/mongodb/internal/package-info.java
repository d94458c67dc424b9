/** Plans statements over collections as commands. */
@NullMarked
package org.sqlxos.wirepack.mongodb.internal;

import org.jspecify.annotations.NullMarked;
