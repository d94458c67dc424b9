/**
 * The VERIFY stage: values, constraints and the meaning of integrity errors. Packages below: {@code
 * value} coerces, {@code check} evaluates check constraints, {@code statement} walks statements,
 * {@code lookup} asks the database, {@code report} collects what is wrong.
 */
@NullMarked
package org.sqlxos.contracts.internal;

import org.jspecify.annotations.NullMarked;
