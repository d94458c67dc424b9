package org.sqlxos.runtime.internal.configuration;

import java.util.List;
import java.util.Optional;

/**
 * One attribute of a section, as a bundle's metatype declares it (OSGi Compendium, chapter 105).
 *
 * @param id within its section, dotted
 * @param type the metatype's scalar type: {@code String}, {@code Integer}, {@code Long}, {@code
 *     Double}, {@code Boolean}
 * @param list whether it takes several values
 * @param required whether it has to be given: there is no default
 * @param min the least value of a number
 * @param max the greatest value of a number
 * @param options the only values allowed; empty for any
 */
record Attribute(
    String id,
    String type,
    boolean list,
    boolean required,
    Optional<String> min,
    Optional<String> max,
    List<String> options) {}
