/**
 * How a database is reached: a {@link org.sqlxos.wirepack.api.WirePack} is a protocol made from
 * data, a {@link org.sqlxos.wirepack.api.Session} is one connection, a {@link
 * org.sqlxos.wirepack.api.ConnectedDatabase} a pool of them.
 */
@Export
@Version("1.0.0")
@NullMarked
package org.sqlxos.wirepack.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
