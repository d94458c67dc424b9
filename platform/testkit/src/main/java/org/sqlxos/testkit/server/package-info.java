/**
 * Real database servers for tests, one of each kind a build: started by the first test that needs
 * it, shared by every JVM of the build, ended when the build ends. A test class or method asks with
 * {@link org.sqlxos.testkit.server.WithServer} and gets a {@link
 * org.sqlxos.testkit.server.TestDatabase} of its own.
 */
@NullMarked
package org.sqlxos.testkit.server;

import org.jspecify.annotations.NullMarked;
