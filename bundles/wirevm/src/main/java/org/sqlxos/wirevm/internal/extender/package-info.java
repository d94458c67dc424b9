/** Finds the bundles that carry a wire pack and offers each as a service while it is there. */
@NullMarked
package org.sqlxos.wirevm.internal.extender;

import org.jspecify.annotations.NullMarked;
