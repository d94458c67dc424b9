package org.sqlxos.launcher;

import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.RelationName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sqlx changes install}: puts triggers on tables. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description = {
      "Put triggers on tables that tell of every change.",
      "Running it again changes nothing. Tables without a primary key are left out."
    })
final class ChangesInstallCommand implements Callable<Integer> {

  @Option(names = "--database", required = true, paramLabel = "URL", description = "The database.")
  private String database = "";

  @Option(
      names = "--table",
      split = ",",
      paramLabel = "TABLE",
      description = "As in paths: NAME or SCHEMA.NAME; several with commas. Default: all.")
  private List<String> tables = List.of();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    try (ChangeTriggers triggers = ChangeTriggers.of(DevCommand.checked(database, command))) {
      for (RelationName table : triggers.install(triggers.tables(tables))) {
        out.println(triggers.pathName(table));
      }
    }
    out.flush();
    return 0;
  }
}
