/** Our Redis beside Lettuce and Jedis: {@code distribution/bench redis}. */
@NullMarked
package org.sqlxos.benchmarks.redis;

import org.jspecify.annotations.NullMarked;
