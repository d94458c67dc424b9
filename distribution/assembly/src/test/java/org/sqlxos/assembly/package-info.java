/** The assembled product, run whole: over HTTP, as a process, inside a plain framework. */
package org.sqlxos.assembly;
