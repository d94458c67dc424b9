/**
 * What Jetty refuses before a servlet sees it, told as problem documents. The one part that needs
 * Felix's Jetty; in another container nobody asks for its service, so it is never loaded.
 */
@NullMarked
package org.sqlxos.rest.internal.jetty;

import org.jspecify.annotations.NullMarked;
