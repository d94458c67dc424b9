/**
 * What a person sees in a browser: the start page and the documentation page. {@link
 * org.sqlxos.ui.internal.Pages} lists the files and their paths.
 */
@NullMarked
package org.sqlxos.ui.internal;

import org.jspecify.annotations.NullMarked;
