/** The pack as the engine speaks it: on real servers, and against servers that misbehave. */
@NullMarked
package org.sqlxos.wirepack.postgresql.wire;

import org.jspecify.annotations.NullMarked;
