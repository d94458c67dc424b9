/** Schemas and rows made up at random, with all that a declared type of SQLite can hold. */
package org.sqlxos.assembly.generated;
