/** The primitives that a pack's steps are made of: digests, keyed digests, encodings, tests. */
@NullMarked
package org.sqlxos.wirevm.internal.auth;

import org.jspecify.annotations.NullMarked;
