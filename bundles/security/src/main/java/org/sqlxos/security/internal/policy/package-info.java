/** The policy file, and what it gives to a caller on one catalog. */
@NullMarked
package org.sqlxos.security.internal.policy;

import org.jspecify.annotations.NullMarked;
