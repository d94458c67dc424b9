/** The pack's statements and tables, held against both servers. */
@org.jspecify.annotations.NullMarked
package org.sqlxos.wirepack.mysql;
