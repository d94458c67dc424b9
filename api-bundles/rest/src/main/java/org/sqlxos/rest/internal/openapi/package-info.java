/**
 * The OpenAPI 3.1 document of a catalog: paths as {@code http} serves them, parameters as {@code
 * request} reads them, schemas with the constraints that the catalog knows.
 */
@NullMarked
package org.sqlxos.rest.internal.openapi;

import org.jspecify.annotations.NullMarked;
