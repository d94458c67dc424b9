/** A pack's JSON as it is read: objects whose faults are noted with their paths. */
@NullMarked
package org.sqlxos.wirevm.internal.document;

import org.jspecify.annotations.NullMarked;
