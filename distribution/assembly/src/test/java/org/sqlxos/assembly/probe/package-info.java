/**
 * Code of the tests that runs inside the framework: exported from the class path, so that both
 * sides share its classes.
 */
package org.sqlxos.assembly.probe;
