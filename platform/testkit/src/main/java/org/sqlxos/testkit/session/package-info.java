/**
 * What every session has to do, whatever database it speaks to: suites that a wire pack's tests
 * implement with a handful of lines. They know the contracts of {@code platform/api} and the
 * servers' own words and views, and no engine.
 */
@NullMarked
package org.sqlxos.testkit.session;

import org.jspecify.annotations.NullMarked;
