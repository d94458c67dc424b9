/**
 * Fuzzing of whatever reads what servers send: real conversations are recorded, damaged, and played
 * to a real client over a real socket. {@link org.sqlxos.testkit.fuzz.FuzzConformance} is the
 * suite.
 */
@NullMarked
package org.sqlxos.testkit.fuzz;

import org.jspecify.annotations.NullMarked;
