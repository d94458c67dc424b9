package org.sqlxos.launcher;

import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.admission.api.Admission;
import org.sqlxos.admission.api.Credentials;
import org.sqlxos.admission.api.Gate;
import org.sqlxos.catalog.api.CatalogSnapshot;
import org.sqlxos.catalog.api.Column;
import org.sqlxos.catalog.api.Permission;
import org.sqlxos.catalog.api.Relation;
import org.sqlxos.operation.api.Filter;
import org.sqlxos.operation.api.Mutation;
import org.sqlxos.operation.api.Query;
import org.sqlxos.operation.api.Selected;
import org.sqlxos.operation.api.Statement;
import org.sqlxos.problem.api.Problem;
import org.sqlxos.problem.api.ProblemException;
import org.sqlxos.problem.api.SelfReport;
import org.sqlxos.start.api.StartProblem;
import org.sqlxos.type.api.UniversalType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sqlx policy explain}: the SQL that a caller gets, which is not run. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = {
      "Print the SQL that a caller with a role gets on a table. Nothing is changed.",
      "What the policy refuses ends with its code and exit status 2."
    })
final class PolicyExplainCommand implements Callable<Integer> {

  @Option(names = "--database", required = true, paramLabel = "URL", description = "The database.")
  private String database = "";

  @Option(
      names = "--policy",
      defaultValue = "sqlx-data/policy.yaml",
      paramLabel = "FILE",
      description = "The policy. Default: ${DEFAULT-VALUE}.")
  private Path policy = Path.of("sqlx-data/policy.yaml");

  @Option(
      names = "--role",
      required = true,
      split = ",",
      paramLabel = "ROLE",
      description = "The caller's role; several with commas.")
  private List<String> roles = List.of();

  @Option(
      names = "--table",
      required = true,
      paramLabel = "TABLE",
      description = "As in paths: NAME or SCHEMA.NAME.")
  private String table = "";

  @Option(
      names = "--claim",
      paramLabel = "NAME=VALUE",
      description = "What the caller's token says, for instance sub=42.")
  private Map<String, String> claims = new LinkedHashMap<>();

  @Option(
      names = "--operation",
      defaultValue = "read",
      paramLabel = "OPERATION",
      description = "read, insert, update or delete. Default: ${DEFAULT-VALUE}.")
  private Permission operation = Permission.READ;

  @Option(
      names = "--set",
      paramLabel = "COLUMN=VALUE",
      description = "What an insert or update writes.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    String url = DevCommand.checked(database, command);
    NewKey key = NewKey.of(String.join(",", roles), claims);
    try (Workbench bench = Workbench.guarded(url, readable(), key.line())) {
      new DatabaseCheck(bench.node()).require(DevCommand.nameOf(url), url);
      requireUsable(bench);
      Admission.Granted granted = granted(bench, key);
      CatalogSnapshot seen =
          granted.view().of(new DatabaseCheck(bench.node()).require(DevCommand.nameOf(url), url));
      Relation relation =
          seen.relation(table)
              .orElseThrow(
                  () ->
                      StartProblem.WRONG_VALUE.problem(
                          "This caller sees no table \"" + table + "\"."));
      Explanation explanation = new Explanation(bench.node(), granted.caller(), seen);
      PrintWriter out = command.commandLine().getOut();
      explanation.of(statement(seen, relation)).forEach(out::println);
      out.flush();
    }
    return 0;
  }

  private Path readable() {
    try {
      Files.readString(policy);
      return policy.toAbsolutePath();
    } catch (IOException e) {
      throw StartProblem.CONFIGURATION_UNREADABLE.problem(
          "The policy \"" + policy + "\" cannot be read; is the path right?");
    }
  }

  private static void requireUsable(Workbench bench) {
    for (SelfReport report : bench.node().services(SelfReport.class)) {
      for (Problem problem : report.problems()) {
        throw new ProblemException(problem);
      }
    }
  }

  private static Admission.Granted granted(Workbench bench, NewKey key) {
    Gate gate =
        bench
            .node()
            .service(Gate.class)
            .orElseThrow(() -> new IllegalStateException("the product has a gate"));
    Admission admission =
        gate.admit(
            new Credentials("127.0.0.1", "localhost", Optional.empty(), Optional.of(key.key())));
    return switch (admission) {
      case Admission.Granted granted -> granted;
      case Admission.Refused refused -> throw new ProblemException(refused.problem());
    };
  }

  private Statement statement(CatalogSnapshot seen, Relation relation) {
    List<@Nullable Object> written = new ArrayList<>(values.size());
    values.forEach((column, text) -> written.add(value(relation.column(column), text)));
    List<String> columns = List.copyOf(values.keySet());
    return switch (operation) {
      case READ -> Query.of(relation.name(), Selected.fields(readable(seen, relation)));
      case INSERT ->
          new Mutation.Insert(relation.name(), columns, List.of(written), List.<String>of());
      case UPDATE ->
          new Mutation.Update(
              relation.name(), columns, written, Filter.EVERYTHING, List.<String>of());
      case DELETE -> new Mutation.Delete(relation.name(), Filter.EVERYTHING, List.of());
    };
  }

  /** As a JSON body would have it. */
  private static Object value(Optional<Column> column, String text) {
    UniversalType type = column.map(Column::type).orElse(UniversalType.TEXT);
    try {
      return switch (type) {
        case UniversalType.IntegerType _ -> Long.valueOf(text);
        case UniversalType.DecimalType _, UniversalType.FloatType _ -> new BigDecimal(text);
        case UniversalType.Simple simple when simple == UniversalType.Simple.BOOLEAN ->
            Boolean.valueOf(text);
        default -> text;
      };
    } catch (NumberFormatException e) {
      return text;
    }
  }

  private List<String> readable(CatalogSnapshot seen, Relation relation) {
    List<String> columns =
        relation.columns().stream()
            .map(Column::name)
            .filter(column -> seen.permits(relation.name(), Permission.READ, column))
            .toList();
    if (columns.isEmpty()) {
      throw StartProblem.WRONG_VALUE.problem(
          "This caller may not %s \"%s\"."
              .formatted(operation.name().toLowerCase(Locale.ROOT), table));
    }
    return columns;
  }
}
