@NullMarked
package org.sqlxos.wirepack.redis;

import org.jspecify.annotations.NullMarked;
