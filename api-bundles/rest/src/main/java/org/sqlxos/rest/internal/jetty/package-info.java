/**
 * What is asked of the HTTP server itself: problem documents for what it refuses before a servlet
 * sees it, and little memory for a connection. The one part that needs Felix's Jetty; in another
 * container nobody asks for its service, so it is never loaded.
 */
@NullMarked
package org.sqlxos.rest.internal.jetty;

import org.jspecify.annotations.NullMarked;
