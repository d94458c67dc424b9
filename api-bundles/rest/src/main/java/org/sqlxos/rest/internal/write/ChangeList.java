package org.sqlxos.rest.internal.write;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sqlxos.operation.api.Earlier;
import org.sqlxos.operation.api.JsonValue;
import org.sqlxos.operation.api.Outcome;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.operation.api.StatementFailure;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.Violation;
import org.sqlxos.rest.internal.request.RestProblem;
import org.sqlxos.rest.internal.response.Reply;

/** Several changes in one transaction. Later ones may refer to rows of earlier ones. */
public final class ChangeList implements Change {

  /** {@code {"$ref": "/0/id"}}: the column {@code id} of the row of the first change. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\{\\s*\"\\$ref\"\\s*:\\s*\"/(\\d{1,4})/([^\"\\\\]+)\"\\s*}");

  private final List<Change> changes = new ArrayList<>();
  private final List<Integer> firsts = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();

  /** Adds one, made with {@link #terms}. */
  public void add(Change change) {
    firsts.add(statements.size());
    changes.add(change);
    statements.addAll(change.statements());
  }

  /** The terms of the next one. */
  public Terms terms(Prefer prefer, RowTag tag) {
    return new Terms(prefer, tag, statements.size(), "/" + changes.size() + "/body", this::meaning);
  }

  private Object meaning(JsonValue document) {
    Matcher reference = REFERENCE.matcher(document.text());
    if (!reference.matches()) {
      return document;
    }
    int change = Integer.parseInt(reference.group(1));
    if (change >= changes.size()) {
      throw RestProblem.OPERATION_INVALID.problem(
          "operation %d refers to operation %d, which is not before it"
              .formatted(changes.size(), change));
    }
    int statement = firsts.get(change) + changes.get(change).main();
    String column = reference.group(2).replace("~1", "/").replace("~0", "~");
    if (!returned(statements.get(statement)).contains(column)) {
      throw RestProblem.OPERATION_INVALID.problem(
          "operation %d refers to a column that operation %d does not return"
              .formatted(changes.size(), change),
          "let it return its row");
    }
    return new Earlier(statement, 0, column);
  }

  private static List<String> returned(Statement statement) {
    return switch (statement) {
      case org.sqlxos.operation.api.Mutation mutation -> mutation.returning();
      case org.sqlxos.operation.api.Query query -> query.columns();
      default -> List.of();
    };
  }

  @Override
  public List<Statement> statements() {
    return statements;
  }

  @Override
  public boolean judged() {
    return true;
  }

  @Override
  public int main() {
    return 0;
  }

  @Override
  public void judge(int statement, Outcome outcome) {
    int change = changeOf(statement);
    changes.get(change).judge(statement - firsts.get(change), outcome);
  }

  private int changeOf(int statement) {
    int change = firsts.size() - 1;
    while (firsts.get(change) > statement) {
      change--;
    }
    return change;
  }

  /** Says which of the changes has failed. */
  public ProblemException named(StatementFailure failure) {
    int change = changeOf(failure.statement());
    Problem problem = failure.problem();
    String detail =
        "Operation %d of %d: %s; nothing was changed"
            .formatted(change, changes.size(), problem.detail());
    List<Violation> violations =
        problem.violations().isEmpty()
            ? List.of(new Violation("/" + change, "operation", "this operation failed"))
            : problem.violations();
    return new ProblemException(
        new Problem(problem.code(), detail, problem.hint(), problem.sqlState(), violations),
        failure);
  }

  @Override
  public Reply reply(List<Outcome> outcomes) {
    return Reply.of(
        200,
        json -> {
          json.writeArrayFieldStart("results");
          for (int i = 0; i < changes.size(); i++) {
            int end = i + 1 < firsts.size() ? firsts.get(i + 1) : statements.size();
            write(json, changes.get(i).reply(outcomes.subList(firsts.get(i), end)));
          }
          json.writeEndArray();
        });
  }

  private static void write(JsonGenerator json, Reply reply) throws IOException {
    json.writeStartObject();
    json.writeNumberField("status", reply.status());
    for (Map.Entry<String, String> header : reply.headers().entrySet()) {
      json.writeObjectFieldStart("headers");
      json.writeStringField(header.getKey(), header.getValue());
      json.writeEndObject();
    }
    if (reply.body().isPresent()) {
      json.writeObjectFieldStart("body");
      reply.body().get().write(json);
      json.writeEndObject();
    }
    json.writeEndObject();
  }
}
