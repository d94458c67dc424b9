@NullMarked
package org.sqlxos.wirepack.mongodb.internal;

import org.jspecify.annotations.NullMarked;
