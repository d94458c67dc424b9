package org.sqlxos.launcher;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.sqlxos.catalog.api.RelationName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sqlx changes list}: the tables that a database tells of. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Print the tables that the database tells of by itself.")
final class ChangesListCommand implements Callable<Integer> {

  @Option(names = "--database", required = true, paramLabel = "URL", description = "The database.")
  private String database = "";

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    CommandSpec command = Objects.requireNonNull(spec);
    PrintWriter out = command.commandLine().getOut();
    try (ChangeTriggers triggers = ChangeTriggers.of(DevCommand.checked(database, command))) {
      for (RelationName table : triggers.installed()) {
        out.println(triggers.pathName(table));
      }
    }
    out.flush();
    return 0;
  }
}
