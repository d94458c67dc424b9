/** Who may use the admin API: callers on this machine who can read the token file. */
@NullMarked
package org.sqlxos.admin.internal.access;

import org.jspecify.annotations.NullMarked;
