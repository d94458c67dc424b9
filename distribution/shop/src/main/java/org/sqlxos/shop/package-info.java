/**
 * Makes the sample shop: a SQLite database with believable data and every column type that the
 * catalog model knows. It runs while the product is built and is no part of a running node.
 */
@NullMarked
package org.sqlxos.shop;

import org.jspecify.annotations.NullMarked;
