@NullMarked
package org.sqlxos.wirepack.mongodb;

import org.jspecify.annotations.NullMarked;
