/** Faults of networks and servers, made on purpose. */
@NullMarked
package org.sqlxos.testkit.fault;

import org.jspecify.annotations.NullMarked;
