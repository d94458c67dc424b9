/**
 * How single values lie in bytes: one class a layout, chosen and parameterised by a pack's {@code
 * types}. Takes value bytes out of rows, gives them as a {@code Cursor} wants them; takes Java
 * values, gives bytes.
 */
@NullMarked
package org.sqlxos.wirevm.internal.value;

import org.jspecify.annotations.NullMarked;
