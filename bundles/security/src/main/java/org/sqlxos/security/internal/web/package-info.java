/** What browsers are told about pages of other origins. */
@NullMarked
package org.sqlxos.security.internal.web;

import org.jspecify.annotations.NullMarked;
