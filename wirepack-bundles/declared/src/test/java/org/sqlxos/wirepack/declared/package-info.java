@NullMarked
package org.sqlxos.wirepack.declared;

import org.jspecify.annotations.NullMarked;
