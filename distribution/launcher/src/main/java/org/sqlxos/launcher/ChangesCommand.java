package org.sqlxos.launcher;

import picocli.CommandLine.Command;

/** {@code sqlx changes}: whether a database tells of changes by itself. */
@Command(
    name = "changes",
    mixinStandardHelpOptions = true,
    description = "Have a database tell of changes of its rows by itself, or no longer.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ChangesInstallCommand.class,
      ChangesRemoveCommand.class,
      ChangesListCommand.class
    })
final class ChangesCommand {}
