/** How answers are written: JSON documents and problem documents (RFC 9457). */
@NullMarked
package org.sqlxos.admin.internal.answer;

import org.jspecify.annotations.NullMarked;
