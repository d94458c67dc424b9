/**
 * The configuration: read from {@code sqlx.yaml}, overridden by variables and flags, checked
 * against what the bundles declare (their metatype), and delivered to Configuration Admin.
 */
@NullMarked
package org.sqlxos.runtime.internal.configuration;

import org.jspecify.annotations.NullMarked;
