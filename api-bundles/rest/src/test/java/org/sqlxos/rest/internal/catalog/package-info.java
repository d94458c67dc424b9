/** Databases for tests. */
package org.sqlxos.rest.internal.catalog;
