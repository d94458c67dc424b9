/**
 * Waiting in tests for something that happens elsewhere: on another thread, in another process. A
 * test names what it waits for, and a failure tells what was seen instead.
 */
@NullMarked
package org.sqlxos.testkit.await;

import org.jspecify.annotations.NullMarked;
