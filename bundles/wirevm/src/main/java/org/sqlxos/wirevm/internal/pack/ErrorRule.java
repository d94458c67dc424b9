package org.sqlxos.wirevm.internal.pack;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * One row of a pack's error table.
 *
 * @param code the vendor code; absent means any
 * @param state the SQLSTATE, as a whole; absent means any
 * @param message found somewhere in the database's message; absent means any
 * @param kind what it means
 * @param detail what the caller is told, {@code $1} being a group of {@code message}; absent means
 *     the engine's own sentence. It must not let values of rows through
 */
public record ErrorRule(
    OptionalInt code,
    Optional<Pattern> state,
    Optional<Pattern> message,
    ErrorKind kind,
    Optional<String> detail) {}
