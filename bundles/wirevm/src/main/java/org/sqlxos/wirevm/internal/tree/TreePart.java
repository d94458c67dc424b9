package org.sqlxos.wirevm.internal.tree;

import org.sqlxos.wirevm.internal.value.ValueFormat;

/**
 * A part of a value that has several.
 *
 * @param name the key in JSON
 * @param usual what is written where nothing is given
 * @param main whether it stands for the whole where a single value is wanted
 */
public record TreePart(
    String name, Extent extent, ValueFormat format, String usual, boolean main) {}
