package org.sqlxos.launcher;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sqlx changes remove}: takes the triggers away. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Take the triggers away, and leave nothing behind where no table is named.")
final class ChangesRemoveCommand implements Callable<Integer> {

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
    String url = DevCommand.checked(database, Objects.requireNonNull(spec));
    try (ChangeTriggers triggers = ChangeTriggers.of(url)) {
      if (tables.isEmpty()) {
        triggers.removeAll();
      } else {
        triggers.remove(triggers.tables(tables));
      }
    }
    return 0;
  }
}
