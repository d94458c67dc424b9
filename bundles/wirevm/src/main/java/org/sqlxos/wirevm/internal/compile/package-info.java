/**
 * Makes code of layouts: takes messages from {@code protocol}, gives classes that write and read
 * them, with the JDK's class-file API. What the protocol says is in their instructions; nothing is
 * looked up when they run.
 */
@NullMarked
package org.sqlxos.wirevm.internal.compile;

import org.jspecify.annotations.NullMarked;
