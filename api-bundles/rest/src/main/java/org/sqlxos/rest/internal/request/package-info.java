/**
 * What a caller asks for: path, query string and body become a target of the catalog, a list
 * request or the values of rows. Takes raw text from {@code http}, gives it structured statements'
 * parts back, or refuses with a code.
 */
@NullMarked
package org.sqlxos.rest.internal.request;

import org.jspecify.annotations.NullMarked;
