package org.sqlxos.security.internal.admit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sqlxos.operation.api.Batch;
import org.sqlxos.operation.api.Locked;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Search;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Series;

/**
 * A new kind of statement, selection or filter does not compile before this package says what a
 * policy makes of it. A new part of one would pass unseen: whoever adds one decides about it here,
 * and most of all whether it touches columns.
 */
class KnownPartsTest {

  private static void parts(Class<? extends Record> of, String... known) {
    assertEquals(
        List.of(known),
        Arrays.stream(of.getRecordComponents()).map(part -> part.getName()).toList(),
        of.getSimpleName() + " has parts that no policy is held to yet");
  }

  @Test
  void ofStatementsAreAllDecidedAbout() {
    parts(
        Query.class,
        "relation",
        "selection",
        "filter",
        "having",
        "order",
        "page",
        "count",
        "search");
    parts(Search.class, "columns", "words", "discreet");
    parts(Page.class, "limit", "offset", "after");
    parts(Batch.class, "statements", "watch");
    parts(Locked.class, "query");
    parts(Series.class, "relation", "inserts");
    parts(
        Mutation.Insert.class, "relation", "columns", "rows", "onConflict", "places", "returning");
    parts(Mutation.OnConflict.class, "key", "resolution", "filter");
    parts(Mutation.Update.class, "relation", "columns", "values", "filter", "place", "returning");
    parts(Mutation.Delete.class, "relation", "filter", "returning");
  }

  @Test
  void ofSelectionsAreAllDecidedAbout() {
    parts(Selected.Field.class, "name", "column");
    parts(Selected.Aggregate.class, "name", "function", "column");
    parts(Selected.Embed.class, "name", "through", "relationship", "query");
    parts(Selected.Through.class, "relationship", "filter");
  }
}
