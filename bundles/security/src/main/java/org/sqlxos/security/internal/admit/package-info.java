/** What a caller may see and do, held to every statement: the ADMIT stage. */
@NullMarked
package org.sqlxos.security.internal.admit;

import org.jspecify.annotations.NullMarked;
