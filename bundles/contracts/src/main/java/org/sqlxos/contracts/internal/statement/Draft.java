package org.sqlxos.contracts.internal.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.contracts.internal.report.BodyPlace;
import org.sqlxos.operation.api.Mutation;

/**
 * A mutation with its values coerced.
 *
 * @param mutation ready to go on unless a rule is broken: then it holds refused values too
 * @param columns of the values
 * @param rows the rows of an insert, or the one row of values of an update; what was refused is
 *     {@code Place.REFUSED}
 * @param data where they stand in the request
 */
public record Draft(
    Mutation mutation,
    Relation relation,
    List<String> columns,
    List<List<@Nullable Object>> rows,
    BodyPlace.Data data) {}
