/**
 * What a request changes: takes a target with its body and preferences, gives the statements to run
 * in one transaction, judges what they bring, and gives the reply.
 */
@NullMarked
package org.sqlxos.rest.internal.write;

import org.jspecify.annotations.NullMarked;
