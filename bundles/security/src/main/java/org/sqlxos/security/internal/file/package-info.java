/** Files that are read again when they change. */
@NullMarked
package org.sqlxos.security.internal.file;

import org.jspecify.annotations.NullMarked;
