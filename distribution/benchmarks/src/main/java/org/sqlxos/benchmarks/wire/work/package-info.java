/** The cases, and how one is repeated by callers that wait and by callers that are called back. */
@NullMarked
package org.sqlxos.benchmarks.wire.work;

import org.jspecify.annotations.NullMarked;
