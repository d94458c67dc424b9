/** Why somebody is not let in, or may not do something. */
@NullMarked
package org.sqlxos.security.internal.problem;

import org.jspecify.annotations.NullMarked;
