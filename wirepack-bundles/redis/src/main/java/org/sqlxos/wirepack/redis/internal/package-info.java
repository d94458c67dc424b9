/** Plans statements over the key space as commands. */
@NullMarked
package org.sqlxos.wirepack.redis.internal;

import org.jspecify.annotations.NullMarked;
