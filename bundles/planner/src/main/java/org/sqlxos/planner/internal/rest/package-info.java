/** What a database without SQL leaves undone of a read: filtering, sorting, taking a page. */
@NullMarked
package org.sqlxos.planner.internal.rest;

import org.jspecify.annotations.NullMarked;
