package org.sqlxos.rest.internal.changes;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.operation.api.Deadline;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Operation;
import org.sqlxos.operation.api.Order;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Page;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.rest.internal.request.TextValue;
import org.sqlxos.rest.internal.response.Json;
import org.sqlxos.rest.internal.response.RowWriter;

/** Reads rows through the pipeline, with the rights of whoever listens. */
final class RowReader {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final AtomicLong NUMBER = new AtomicLong();

  private final Watched watched;
  private final Supplier<Function<Operation, Outcome>> pipeline;

  RowReader(Watched watched, Supplier<Function<Operation, Outcome>> pipeline) {
    this.watched = watched;
    this.pipeline = pipeline;
  }

  /**
   * A row that the caller sees.
   *
   * @param key as JSON
   * @param json the event's data
   */
  record Row(String key, byte[] json) {}

  /** The row with a key; empty if the caller does not see it, or it does not fit the filter. */
  Optional<Row> read(List<String> key) {
    Filter row = Filter.equal(watched.key(), key);
    return read(Filter.both(row, watched.filter()), 1).stream().findFirst();
  }

  /**
   * All rows that fit.
   *
   * @param most at most so many of them
   */
  List<Row> readAll(int most) {
    return read(watched.filter(), most);
  }

  private List<Row> read(Filter filter, long most) {
    Query query =
        Query.of(watched.relation().name(), Selected.fields(watched.columns()))
            .withFilter(filter)
            .withOrder(watched.key().stream().map(column -> new Order(column, false)).toList())
            .withPage(new Page(most, 0));
    Operation operation =
        new Operation(
            "changes-" + NUMBER.incrementAndGet(),
            query,
            watched.caller(),
            watched.catalog(),
            Deadline.in(LIMIT));
    try (Outcome outcome = pipeline.get().apply(operation)) {
      return outcome instanceof Outcome.Rows rows ? rows(rows) : List.of();
    }
  }

  private List<Row> rows(Outcome.Rows rows) {
    List<Row> read = new ArrayList<>();
    List<String> columns = watched.columns();
    while (rows.cursor().next()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ByteArrayOutputStream keyOut = new ByteArrayOutputStream();
      write(
          keyOut,
          json -> {
            RowWriter writer = new RowWriter(json, rows.columns());
            json.writeStartObject();
            for (String column : watched.key()) {
              writer.member(rows.cursor(), columns.indexOf(column));
            }
            json.writeEndObject();
          });
      String key = keyOut.toString(java.nio.charset.StandardCharsets.UTF_8);
      write(
          out,
          json -> {
            json.writeStartObject();
            json.writeFieldName("key");
            json.writeRawValue(key);
            json.writeFieldName("row");
            new RowWriter(json, rows.columns()).write(rows.cursor());
            json.writeEndObject();
          });
      read.add(new Row(key, out.toByteArray()));
    }
    return read;
  }

  /** The data of an event about a row that is gone. */
  static byte[] gone(String key) {
    return ("{\"key\":" + key + "}").getBytes(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** A key as the database wrote it, as JSON. */
  String key(List<String> values) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(
        out,
        json -> {
          json.writeStartObject();
          for (int i = 0; i < watched.key().size(); i++) {
            Column column = watched.relation().column(watched.key().get(i)).orElseThrow();
            json.writeFieldName(column.name());
            switch (TextValue.of(column.type(), values.get(i))) {
              case Long number -> json.writeNumber(number);
              case java.math.BigDecimal number -> json.writeNumber(number);
              case Boolean truth -> json.writeBoolean(truth);
              default -> json.writeString(values.get(i));
            }
          }
          json.writeEndObject();
        });
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static void write(ByteArrayOutputStream out, Body body) {
    try (JsonGenerator json = Json.generator(out)) {
      body.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
  }

  @FunctionalInterface
  private interface Body {
    void write(JsonGenerator json) throws IOException;
  }
}
