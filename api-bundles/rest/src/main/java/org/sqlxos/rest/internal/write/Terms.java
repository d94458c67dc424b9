package org.sqlxos.rest.internal.write;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sqlxos.operation.api.JsonValue;

/**
 * What is said of a change, beside the rows.
 *
 * @param prefer what the caller wants to be told, and done
 * @param tag what the row has to be like
 * @param first the place of the change's first statement in the transaction
 * @param place where the rows stand in the request, a JSON pointer
 * @param references what a document in the place of a value stands for, mostly itself
 */
public record Terms(
    Prefer prefer, RowTag tag, int first, String place, Function<JsonValue, Object> references) {

  /** Terms of a change that is the whole request. */
  public Terms(Prefer prefer, RowTag tag) {
    this(prefer, tag, 0, "", value -> value);
  }

  /** A value with what it stands for in its place. */
  @Nullable Object meant(@Nullable Object value) {
    return value instanceof JsonValue document ? references.apply(document) : value;
  }
}
