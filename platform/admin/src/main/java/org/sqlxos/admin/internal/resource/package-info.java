/** What the admin API tells: one resource a subject. */
@NullMarked
package org.sqlxos.admin.internal.resource;

import org.jspecify.annotations.NullMarked;
