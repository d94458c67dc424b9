/** The wire pack spoken by the engine to real servers, and to what is none. */
@org.jspecify.annotations.NullMarked
package org.sqlxos.wirepack.mysql.wire;
