/** The pages that monitoring reads, on the servlet whiteboard. */
@NullMarked
package org.sqlxos.telemetry.internal.web;

import org.jspecify.annotations.NullMarked;
