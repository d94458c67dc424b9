/** Who somebody is, by an API key or a token. */
@NullMarked
package org.sqlxos.security.internal.authenticate;

import org.jspecify.annotations.NullMarked;
