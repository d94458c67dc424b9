/** Certificates for tests: an authority of the test's own, and what it issues. */
@NullMarked
package org.sqlxos.testkit.tls;

import org.jspecify.annotations.NullMarked;
