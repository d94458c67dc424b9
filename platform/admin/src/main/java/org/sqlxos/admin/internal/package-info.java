/**
 * The REST admin API, on the Jakarta REST whiteboard. Below: {@code access} decides who may ask,
 * {@code resource} answers, a class a subject, {@code answer} writes JSON and problems.
 */
@NullMarked
package org.sqlxos.admin.internal;

import org.jspecify.annotations.NullMarked;
